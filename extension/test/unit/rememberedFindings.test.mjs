// What was found last is shown until a server answers, on the same text and by the same version alone.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { importSource } from '../support/typescript.mjs';

const { RememberedFindings } = await importSource('rememberedFindings', `
  const listeners = { open: [], change: [], close: [] };
  const on = (name) => (listener) => { listeners[name].push(listener); return { dispose() {} }; };
  export const fire = (name, value) => listeners[name].forEach((listener) => listener(value));
  globalThis.editorUnderTest = { shown: new Map(), documents: [], fire };
  const shown = globalThis.editorUnderTest.shown;
  export class Uri { static parse(text) { return { toString: () => text }; } }
  export class Range { constructor(...ends) { this.ends = ends; this.start = { line: ends[0], character: ends[1] }; this.end = { line: ends[2], character: ends[3] }; } }
  export class Diagnostic { constructor(range, message, severity) { Object.assign(this, { range, message, severity }); } }
  export const Disposable = { from: () => ({ dispose() {} }) };
  export const languages = { createDiagnosticCollection: () => ({
    set: (uri, list) => shown.set(String(uri), list), delete: (uri) => shown.delete(String(uri)), clear: () => shown.clear(), dispose() {},
  }) };
  export const workspace = {
    get textDocuments() { return globalThis.editorUnderTest.documents; },
    onDidOpenTextDocument: on('open'), onDidChangeTextDocument: on('change'), onDidCloseTextDocument: on('close'),
  };
`);
const editor = globalThis.editorUnderTest;

const place = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };
const wrong = { range: place, severity: 0, message: '3 × 4 = 12', source: 'reasoning', code: { value: 'RR101', target: 'page' } };

function memory() {
  const kept = new Map();
  return { get: (key) => kept.get(key), update: async (key, value) => { kept.set(key, JSON.parse(JSON.stringify(value))); } };
}

const document = (text, address = 'file:///a.md') => ({ uri: { scheme: address.split(':')[0], toString: () => address }, getText: () => text });

/** A window in which a document was reviewed and closed again; what it remembers. */
async function reviewed(text, items, address) {
  const kept = memory();
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    await new RememberedFindings(kept, '1').provide(document(text, address), undefined, {}, async () => ({ kind: 'full', items }));
    mock.timers.tick(2_000);
  } finally {
    mock.timers.reset();
  }
  editor.shown.clear();
  return kept;
}

/** A new window; what it shows of the document. */
function reopened(kept, text, version = '1', address = undefined) {
  editor.documents = [document(text, address)];
  const window = new RememberedFindings(kept, version);
  return { window, shown: editor.shown.get(editor.documents[0].uri.toString()) };
}

test('the same text shows what was found in it', async () => {
  const { shown: [shown] } = reopened(await reviewed('text', [wrong]), 'text');
  assert.deepEqual([shown.message, shown.severity, shown.range.ends, shown.code.value], ['3 × 4 = 12', 0, [1, 2, 1, 5], 'RR101']);
});

test('another text, another version, and what was mended, show nothing', async () => {
  const kept = await reviewed('text', [wrong]);
  assert.equal(reopened(kept, 'another text').shown, undefined);
  assert.equal(reopened(kept, 'text', '2').shown, undefined);
  assert.equal(reopened(await reviewed('text', []), 'text').shown, undefined);
  assert.equal(reopened(await reviewed('text', [wrong], 'untitled:a'), 'text', '1', 'untitled:a').shown, undefined);
});

test('it goes when the text changes, when a server answers, and when there is none', async () => {
  const kept = await reviewed('text', [wrong]);
  reopened(kept, 'text');
  editor.fire('change', { document: editor.documents[0], contentChanges: [{}] });
  assert.equal(editor.shown.size, 0);

  const { window } = reopened(kept, 'text');
  await window.provide(editor.documents[0], undefined, {}, async () => ({ kind: 'unChanged' }));
  await new Promise((resolve) => { setTimeout(resolve); });
  assert.equal(editor.shown.size, 0);

  reopened(kept, 'text').window.forget();
  assert.equal(editor.shown.size, 0);
});

test('what lies there broken is passed over', async () => {
  const kept = memory();
  await kept.update('findings', { not: 'a list' });
  assert.equal(reopened(kept, 'text').shown, undefined);
});
