// node scripts/check-readme.mjs [--update]: runs the console blocks of README.md and docs; --update takes over what they print.
import { Account } from './lib/account.mjs';
import { ensureProgram } from './lib/program.mjs';
import { checkReadme } from './lib/readme.mjs';
import { checkRequirements } from './lib/requirements.mjs';

await checkRequirements();
const problem = await ensureProgram((line) => console.error(line));
if (problem !== null) {
  console.error(problem);
  process.exit(1);
}
const account = new Account();
await account.part('README.md and docs', () => checkReadme({ update: process.argv.includes('--update') }));
process.exitCode = account.finish();
