import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalLines, outputMatches } from '../lib/output-match.mjs';

const matches = (expected, actual) => outputMatches(expected.split('|'), actual.split('|'));

test('equal lines match and different ones do not', () => {
  assert.ok(matches('a|b', 'a|b'));
  assert.ok(!matches('a|b', 'a|c'));
  assert.ok(!matches('a|b', 'a'));
  assert.ok(!matches('a', 'a|b'));
});

test('a dot, a bracket or a star in the README means itself', () => {
  assert.ok(matches('1.5 (a*) …', '1.5 (a*) then'));
  assert.ok(!matches('1.5 …', '1x5 then'));
});

test('… alone stands for any number of lines, also none', () => {
  assert.ok(matches('a|…|z', 'a|z'));
  assert.ok(matches('a|…|z', 'a|b|z|c|z'));
  assert.ok(matches('…', 'a|b'));
  assert.ok(!matches('a|…|z', 'a|b'));
});

test('many … lines against many lines take no time', () => {
  const expected = Array.from({ length: 200 }, (_, i) => (i % 2 ? '…' : 'a'));
  assert.ok(!outputMatches([...expected, 'z'], Array(2000).fill('a')));
});

test('blank ends and trailing blanks are ignored', () => {
  assert.deepEqual(normalLines('\n a  \r\n\n'), [' a']);
});
