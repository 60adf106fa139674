// What can be chosen is said so that a person can choose: what fits first, with its figure, size and licence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importSource } from '../support/typescript.mjs';

const { choices, firstResult, fitting, machine, nameOf } = await importSource('offers');

const model = (name, more) => ({ name, download: 15.3, memory: 8.6, licence: 'MIT', fits: true, notes: [], ...more });
const offers = {
  memory: 6.24, devices: ['CPU: x'], folder: '/m', installed: [], profiles: [],
  models: [model('good', { f1: 73.5, rule: 'first step below 0.50', notes: ['head: one layer'] }), model('begun', { begun: 1.2 }),
    model('large', { memory: 78.3, download: 145.5, fits: false })],
};

test('what is ready, what fits, the other ways, and what is too large, in this order', () => {
  const rows = choices([{ name: 'builtin', description: 'small' }], offers, true);
  assert.deepEqual(rows.map(({ way, kind }) => way ?? kind),
    ['off', -1, 'ready', -1, 'get', 'get', -1, 'server', 'file', 'folder', 'manage', -1, 'tooLarge']);
  assert.equal(rows[3].label, 'Fits this machine');
  assert.equal(rows[4].description, 'F1 73.5 · about 15.3 GB to get · MIT');
  assert.equal(rows[4].detail, '8.6 GB of memory; head: one layer; published F1 (ProcessBench): first step below 0.50');
  assert.equal(rows[5].description, 'no published figure · about 15.3 GB to get · MIT · 1.2 GB are here already');
  assert.equal(rows[12].description, 'no published figure · about 146 GB to get · MIT');
});

test('an instruct model is not got, and is named by the other ways', () => {
  assert.deepEqual(choices([], offers, false).map(({ way }) => way).filter(Boolean), ['off', 'server', 'file', 'folder', 'manage']);
  assert.deepEqual(choices([], null, true).map(({ way }) => way).filter(Boolean), ['off', 'server', 'file', 'folder', 'manage']);
});

test('the GPU that the engine finds, and one that it does not use yet', () => {
  assert.equal(machine(offers), '6.2 GB of memory free, no GPU that the engine finds');
  assert.equal(machine({ ...offers, gpu: { name: 'CUDA0: H200', memory: 141 } }), '6.2 GB of memory free, GPU CUDA0: H200 with 141 GB');
  assert.equal(machine({ ...offers, backend: { name: 'cuda12', megabytes: 300, needs: '' } }),
    '6.2 GB of memory free, an NVIDIA GPU that the engine does not use yet');
});

test('what the terminal says of a file is read', () => {
  const output = 'a.gguf: a model of the architecture qwen2\n  loads    yes\n  fits     yes-no-verifier\n  fits     skywork, if you have its head\n'
    + '  fits     implicit-eurus, with a model to compare with\n';
  assert.deepEqual(fitting(output), [{ profile: 'yes-no-verifier', needs: 'nothing' }, { profile: 'skywork', needs: 'head' },
    { profile: 'implicit-eurus', needs: 'reference' }]);
  assert.deepEqual(fitting('  fits     no profile\n'), []);
});

test('a name for a file, and the first result', () => {
  assert.equal(nameOf('/a/Qwen2.5 Math PRM.Q8_0.gguf'), 'qwen2.5-math-prm.q8-0');
  assert.equal(nameOf('C:\\models\\folder\\'), 'folder');
  assert.equal(firstResult('m', { scored: 1 }), '1 step scored, none doubted, by m.');
  assert.equal(firstResult('m', { scored: 5, doubted: 2 }), '5 steps scored, 2 doubted, by m.');
});
