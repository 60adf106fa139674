// Keys of remote models: kept by the editor, handed over by name, in trusted workspaces only.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot } from '../../../scripts/lib/repository.mjs';
import { importSource } from '../support/typescript.mjs';

const { keepKey, keyEnvironment, variableProblem } = await importSource('keys');

function memory() {
  const kept = new Map();
  return { get: (key) => kept.get(key), update: async (key, value) => { kept.set(key, value); } };
}

function secrets() {
  const kept = new Map();
  return { kept, get: async (key) => kept.get(key), store: async (key, value) => { kept.set(key, value); }, delete: async (key) => { kept.delete(key); } };
}

test('a key that was set is in the environment of the server, and in none where nobody trusts the workspace', async () => {
  const store = secrets();
  await keepKey(store, 'FAR_KEY', 'one', memory());
  await keepKey(store, 'NEAR_KEY', 'two', memory());
  await keepKey(store, 'FAR_KEY', 'three', memory());
  assert.deepEqual(await keyEnvironment(store, true, memory()), { FAR_KEY: 'three', NEAR_KEY: 'two' });
  assert.deepEqual(await keyEnvironment(store, false, memory()), {});
});

test('an empty key is forgotten', async () => {
  const store = secrets();
  await keepKey(store, 'FAR_KEY', 'one', memory());
  await keepKey(store, 'FAR_KEY', '', memory());
  assert.deepEqual(await keyEnvironment(store, true, memory()), {});
  assert.ok(![...store.kept.values()].includes('one'));
});

test('what is kept is read with care', async () => {
  const store = secrets();
  for (const names of ['{', '{"a":1}', '[1,null]']) {
    store.kept.set('reasoningReview.keyVariables', names);
    assert.deepEqual(await keyEnvironment(store, true, memory()), {});
  }
  store.kept.set('reasoningReview.keyVariables', '["LD_PRELOAD"]').set('reasoningReview.key.LD_PRELOAD', 'x.so');
  assert.deepEqual(await keyEnvironment(store, true, memory()), {});
});

test('a name is one of a variable, and none that steers how programs run', () => {
  for (const name of ['FAR_KEY', '_a1']) assert.equal(variableProblem(name), undefined);
  for (const name of ['', '1A', 'sk-123', 'A B', 'PATH', 'LD_PRELOAD', 'dotnet_startup_hooks', 'NODE_OPTIONS']) assert.notEqual(variableProblem(name), undefined, name);
});

test('no setting holds a key', () => {
  const { contributes } = JSON.parse(readFileSync(inRoot('extension', 'package.json'), 'utf8'));
  assert.deepEqual(Object.keys(contributes.configuration.properties ?? {}).filter((name) => /key/i.test(name)), []);
});

test('a store without a key is asked once, until one is kept', async () => {
  const store = secrets();
  let asked = 0;
  const counting = { ...store, get: (key) => { asked++; return store.get(key); } };
  const remembered = memory();
  await keyEnvironment(counting, true, remembered);
  await keyEnvironment(counting, true, remembered);
  assert.equal(asked, 1);
  await keepKey(store, 'FAR_KEY', 'one', remembered);
  assert.deepEqual(await keyEnvironment(counting, true, remembered), { FAR_KEY: 'one' });
});
