// The findings of a large document are asked for when typing pauses, and in time while it does not.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { importSource } from '../support/typescript.mjs';

const { ManyFindings } = await importSource('manyFindings', `
  export class CancellationError extends Error {}
  export class CancellationTokenSource { token = { isCancellationRequested: false, onCancellationRequested: () => {} }; }
`);

/** A question that the client may cancel. */
function question() {
  const listeners = [];
  const token = { isCancellationRequested: false, onCancellationRequested: (listener) => { listeners.push(listener); } };
  return { token, cancel: () => { token.isCancellationRequested = true; for (const listener of listeners) listener(); } };
}

/** A document of so many findings, asked for once; whether it was asked for anew is in `asked`. */
async function opened(findings) {
  const many = new ManyFindings();
  const document = {};
  const asked = [];
  const ask = ({ token }) => many.provide(document, undefined, token, async (_, __, given) => {
    asked.push(given);
    return { kind: 'full', items: Array(findings) };
  });
  await ask(question());
  asked.length = 0;
  return { ask, asked };
}

const settle = async () => { for (let turn = 0; turn < 10; turn++) await Promise.resolve(); };

test('few findings are asked for at once', async () => {
  const { ask, asked } = await opened(100);
  await ask(question());
  assert.equal(asked.length, 1);
});

test('hundreds are asked for once typing pauses', async () => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  try {
    const { ask, asked } = await opened(101);
    const first = question();
    const dropped = assert.rejects(ask(first));
    await settle();
    mock.timers.tick(200);
    first.cancel();
    await dropped;
    const second = ask(question());
    await settle();
    mock.timers.tick(249);
    await settle();
    assert.equal(asked.length, 0);
    mock.timers.tick(1);
    await second;
    assert.equal(asked.length, 1);
  } finally {
    mock.timers.reset();
  }
});

test('who types on and on is told once a second', async () => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  try {
    const { ask, asked } = await opened(500);
    for (let key = 0; key < 20; key++) {
      const each = question();
      const answer = ask(each).catch(() => {});
      await settle();
      mock.timers.tick(100);
      each.cancel();
      await answer;
    }
    assert.equal(asked.length, 2);
    assert.ok(asked.every((token) => !token.isCancellationRequested));
  } finally {
    mock.timers.reset();
  }
});
