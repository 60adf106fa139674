import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCtrf } from '../lib/ctrf.mjs';
import { fingerprint } from '../lib/fingerprint.mjs';
import { dotnetProblem, nodeProblem } from '../lib/requirements.mjs';

test('an old or missing Node or .NET is told with the remedy', () => {
  assert.equal(nodeProblem('20.0.0'), null);
  assert.match(nodeProblem('18.20.1'), /18\.20\.1 is too old.*Node 20/);
  assert.equal(dotnetProblem({ code: 0, output: '10.0.401\n' }), null);
  assert.match(dotnetProblem({ code: 0, output: '8.0.100\n' }), /8\.0\.100 is too old.*\.NET 10/);
  assert.match(dotnetProblem({ code: 145, output: '\nA compatible SDK was not found.\n' }), /compatible SDK.*\.NET 10/);
});

test('the fingerprint follows contents and names, and neither times nor build output', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  context.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'src', 'obj'), { recursive: true });
  writeFileSync(join(folder, 'src', 'a.cs'), 'one');
  const first = fingerprint(folder);
  writeFileSync(join(folder, 'src', 'a.cs'), 'one');
  writeFileSync(join(folder, 'src', 'obj', 'made.cs'), 'x');
  assert.equal(fingerprint(folder), first);
  assert.notEqual(fingerprint(folder, 'win-x64'), first);
  writeFileSync(join(folder, 'src', 'a.cs'), 'two');
  assert.notEqual(fingerprint(folder), first);
});

test('test reports are read with outcome, message and own stack frames', () => {
  const json = JSON.stringify({ results: {
    tests: [
      { name: 'A', status: 'passed' },
      { name: 'B', status: 'failed', message: 'm', trace: '   at X() in /src/X.cs:line 3\n   at System.Y()' },
      { name: 'C', status: 'skipped', message: 'needs data' },
    ],
    extra: { suites: [{ errors: ['fixture broke'] }] },
  } });
  assert.deepEqual(readCtrf(json), [
    { name: 'A', outcome: 'passed', detail: null },
    { name: 'B', outcome: 'failed', detail: 'm\n   at X() in /src/X.cs:line 3' },
    { name: 'C', outcome: 'skipped', detail: 'needs data' },
    { name: 'outside of any test', outcome: 'failed', detail: 'fixture broke' },
  ]);
});
