// npm run review -- ARGS: builds if needed, then `reasoning-lsp review ARGS`; its output and exit code are ours.
import { ensureProgram } from './lib/program.mjs';
import { passThrough } from './lib/processes.mjs';
import { program } from './lib/repository.mjs';
import { checkRequirements } from './lib/requirements.mjs';

await checkRequirements();
const problem = await ensureProgram((line) => console.error(line));
if (problem !== null) {
  console.error(problem);
  console.error('reasoning-lsp could not be built, so nothing was reviewed.');
  process.exit(2);
}
// npm runs scripts in the repository's root; the paths a user types are relative to where they typed them.
process.exitCode = await passThrough(program, ['review', ...process.argv.slice(2)], { cwd: process.env.INIT_CWD ?? process.cwd() });
