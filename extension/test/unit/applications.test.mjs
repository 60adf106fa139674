// Applied checklists are remembered as a person left them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importSource } from '../support/typescript.mjs';

const { remembered } = await importSource('applications');
const after = (...applied) => applied.reduce((before, [trace, list, uri = 'a']) => remembered(before, { uri, trace, list }), [])
  .map(({ uri, trace, list }) => `${uri} ${trace} ${list}`);

test('the last word on a solution counts', () => {
  assert.deepEqual(after([0, 'proof'], [1, 'proof'], [0, 'argument']), ['a 1 proof', 'a 0 argument']);
  assert.deepEqual(after([0, 'proof'], [null, 'argument']), ['a null argument']);
  assert.deepEqual(after([0, 'proof'], [0, '']), []);
  assert.deepEqual(after([0, 'proof'], [0, 'proof', 'b'], [null, '']), ['b 0 proof']);
});

test('a solution that was taken out of all stays taken out', () => {
  assert.deepEqual(after([null, 'proof'], [1, '']), ['a null proof', 'a 1 ']);
  assert.deepEqual(after([null, 'proof'], [1, ''], [1, 'argument']), ['a null proof', 'a 1 argument']);
  assert.deepEqual(after([null, 'proof'], [1, ''], [null, '']), []);
});

test('the oldest are forgotten', () => {
  const all = after(...Array.from({ length: 210 }, (_, at) => [at, 'proof']));
  assert.equal(all.length, 200);
  assert.equal(all[0], 'a 10 proof');
});
