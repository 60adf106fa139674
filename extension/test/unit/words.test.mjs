// Counts and states are said alike everywhere, and what is none is not said.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importSource } from '../support/typescript.mjs';

const { asideWords, counts } = await importSource('words');

test('every count that is not zero, the one that needs a person most first', () => {
  assert.equal(counts({ flagged: 1, checked: 3, nothingCheckable: 0, doubted: 2, dismissed: 1, silenced: 0, ofWhole: 1 }),
    '1 wrong · 2 doubted · 3 right · 1 dismissed · 1 on the whole solution');
  assert.equal(counts({ flagged: 0, checked: 0, nothingCheckable: 0 }), 'no steps');
});

test('who set a finding aside, and why', () => {
  assert.equal(asideWords({ by: 'decision', reason: 'It is right', who: 'Ada' }), 'dismissed by Ada: It is right');
  assert.equal(asideWords({ by: 'decision', reason: '' }), 'dismissed by a person');
  assert.equal(asideWords({ by: 'comment', reason: '' }), 'silenced by a comment');
});
