// npm test [-- --no-skips] [-- --long]: sets up and runs every test; the last line is the counts.
// Each check that is no test (formatting, build, a README block) counts as one.
import { Account } from './lib/account.mjs';
import { build, format, restore, runTests, testProjects } from './lib/dotnet-tests.mjs';
import { setUpEditors, withAvailability } from './lib/editors.mjs';
import { checkTypes, install, needsInstall, runNodeTests, testFiles } from './lib/node-tests.mjs';
import { oracleProblem, oracleTests } from './lib/oracle.mjs';
import { capture } from './lib/processes.mjs';
import { ensureProgram } from './lib/program.mjs';
import { checkReadme } from './lib/readme.mjs';
import { inRoot, program } from './lib/repository.mjs';
import { checkRequirements } from './lib/requirements.mjs';

const known = ['--long', '--no-skips'];
const unknown = process.argv.slice(2).filter((argument) => !known.includes(argument));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. npm test takes ${known.join(' and ')}.`);
  process.exit(2);
}
const long = process.argv.includes('--long');
const failSkips = process.argv.includes('--no-skips') || Boolean(process.env.CI && process.env.CI !== 'false');

await checkRequirements();
const account = new Account({ failSkips });
// Before the build, which lays llama.cpp's libraries beside the tests; one test runs the SARIF multitool.
if (needsInstall()) await account.part('npm ci', install);

// Two lanes: tests in an editor mostly wait for a window, those of .NET mostly compute.
let editors, built;
let ran = 0;
const waiting = testProjects();
const editorsSetUp = new Promise((resolve) => { editors = resolve; });
const programBuilt = new Promise((resolve) => { built = resolve; });
await Promise.all([dotnetLane(), ...(long ? [] : [nodeLane()])]);
process.exitCode = account.finish();

async function dotnetLane() {
  const readyToRun = await account.part('restore', restore) && await account.part('build', build);
  // Published first: tests of the command line as a real process, and the README, run this program.
  if (readyToRun) {
    await account.part('program', async () => {
      const problem = await ensureProgram(() => {});
      return [{ name: 'program', outcome: problem === null ? 'passed' : 'failed', detail: problem }];
    });
  }
  built(readyToRun);
  if (!readyToRun) return;
  if (!long) await editorsSetUp;
  await testsInTurn();
  // A long run of nothing must not look like a long run that passed.
  if (ran === 0) await account.part('tests', () => { throw new Error('No test ran: none carries [Trait("Category", "Long")].'); });
  if (long) {
    await account.part('SymPy', async () => {
      const problem = await oracleProblem();
      return problem === null ? oracleTests([program], { count: 400, seed: Date.now() % 1_000_000 })
        : [{ name: 'SymPy', outcome: 'skipped', detail: problem }];
    });
  }
  await account.part('format', () => format({ long }));
}

async function nodeLane() {
  await account.part('set up editors', setUpEditors);
  editors();
  await account.part('scripts', () => runNodeTests(testFiles(inRoot('scripts', 'tests'))));
  if (!await programBuilt) return;
  await account.part('extension', async () => [...await checkTypes(), ...await runNodeTests(testFiles(inRoot('extension', 'test', 'unit')))]);
  let vsix;
  await account.part('VSIX', async () => {
    const { code, stdout, output } = await capture(process.execPath, [inRoot('scripts', 'lib', 'own-vsix.mjs')]);
    vsix = stdout.trim().split('\n').at(-1);
    return [{ name: 'VSIX', outcome: code === 0 ? 'passed' : 'failed', detail: code === 0 ? null : output.trim() }];
  });
  // One after the other: an editor that has to wait for another is an editor that times out.
  await account.part('VS Code', async () => (await runNodeTests(testFiles(inRoot('extension', 'test', 'editors')), {
    concurrency: 1, env: { REASONING_VSIX: vsix },
  })).map(withAvailability));
  await account.part('README.md and docs', () => checkReadme());
  await testsInTurn();
}

// Either lane takes what is next, so that none of the two cores rests while projects wait.
async function testsInTurn() {
  for (let project; (project = waiting.shift()) !== undefined;)
    await account.part(project, async () => {
      const results = await runTests(project, { long });
      ran += results.length;
      return results.map(withAvailability);
    });
}
