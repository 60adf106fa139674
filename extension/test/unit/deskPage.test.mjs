// The page of a desk: one script with the nonce, nothing fetched, every part named for a screen reader, every key a button too.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot } from '../../../scripts/lib/repository.mjs';
import { importSource } from '../support/typescript.mjs';

const { deskPage } = await importSource('desk/deskPage');
const page = deskPage('https://x/desk.js', 'abc', 'https://x');

test('nothing runs and nothing is fetched but its own', () => {
  assert.match(page, /default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc' https:\/\/x"/);
  assert.equal(page.match(/<script/g).length, 1);
  assert.doesNotMatch(page, / style=|onclick=|javascript:/);
});

test('colours are the theme\'s alone', () => {
  const style = /<style[^>]*>([^]*?)<\/style>/.exec(page)[1];
  assert.doesNotMatch(style, /#[0-9a-f]{3,8}\b(?![^{]*\{)|rgba?\(|hsla?\(/i);
});

test('regions, list and status have roles and names', () => {
  for (const part of ['role="listbox"', 'role="status" aria-live="polite"', 'aria-label="Queue"', 'aria-label="Solution"', 'aria-label="Notes and marks"',
    'role="radiogroup" aria-label="Mark, 0 to 4"', '<dialog id="sheet" aria-labelledby="sheet-title"'])
    assert.ok(page.includes(part), part);
});

test('every button with a key has one that the script knows', () => {
  const script = readFileSync(inRoot('extension', 'src', 'desk', 'view.ts'), 'utf8');
  const known = [...script.matchAll(/^ {2}\['(.)',/gm)].map(([, key]) => key).concat(['0', '1', '2', '3', '4']);
  for (const [, key] of page.matchAll(/data-key="(.)"/g)) assert.ok(known.includes(key), key);
});
