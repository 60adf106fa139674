import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Account } from '../lib/account.mjs';

const passed = { name: 'good', outcome: 'passed', detail: null };
const failed = { name: 'bad', outcome: 'failed', detail: 'why\nand where' };
const skipped = { name: 'absent', outcome: 'skipped', detail: 'needs shared data' };

async function run(results, options = {}) {
  const lines = [];
  const account = new Account({ ...options, write: (line) => lines.push(...line.split('\n')) });
  await account.part('Part', results);
  return { code: account.finish(), lines };
}

test('the last line is the counts, and all passed is exit code 0', async () => {
  const { code, lines } = await run(() => [passed, passed]);
  assert.equal(code, 0);
  assert.equal(lines.at(-1), '2 passed, 0 failed');
});

test('a failed test is named with its message', async () => {
  const { code, lines } = await run(() => [passed, failed]);
  assert.equal(code, 1);
  assert.equal(lines.at(-1), '1 passed, 1 failed');
  assert.ok(lines.includes('  Part › bad') && lines.includes('    why') && lines.includes('    and where'));
});

test('a skipped test is named with its reason and fails nothing', async () => {
  const { code, lines } = await run(() => [passed, skipped]);
  assert.equal(code, 0);
  assert.equal(lines.at(-1), '1 passed, 0 failed, 1 skipped');
  assert.ok(lines.includes('    needs shared data'));
});

test('in continuous integration a skipped test counts as failed', async () => {
  const { code, lines } = await run(() => [passed, skipped], { failSkips: true });
  assert.equal(code, 1);
  assert.equal(lines.at(-1), '1 passed, 1 failed');
});

test('but not one that the machine cannot run', async () => {
  const { code, lines } = await run(() => [passed, { ...skipped, unavailable: true }], { failSkips: true });
  assert.equal(code, 0);
  assert.equal(lines.at(-1), '1 passed, 0 failed, 1 skipped');
});

test('a part that throws has failed', async () => {
  const { code, lines } = await run(() => { throw new Error('broken'); });
  assert.equal(code, 1);
  assert.equal(lines.at(-1), '0 passed, 1 failed');
});
