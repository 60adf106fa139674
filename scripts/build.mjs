// npm run build: leaves the program at artifacts/reasoning-lsp/.
import { relative } from 'node:path';
import { ensureProgram } from './lib/program.mjs';
import { program, root } from './lib/repository.mjs';
import { checkRequirements } from './lib/requirements.mjs';

await checkRequirements();
const problem = await ensureProgram((line) => console.error(line));
if (problem !== null) {
  console.error(problem);
  process.exit(1);
}
console.log(relative(root, program));
