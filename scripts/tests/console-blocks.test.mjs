import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formProblem, readConsoleBlocks } from '../lib/console-blocks.mjs';
import { corrected } from '../lib/readme.mjs';

const markdown = ['# T', '```console', '$ one', 'out 1', 'out 2', '$ two', '```', '```console norun', '$ npm test', '```', '```js', '$ no', '```'].join('\n');

test('commands are read with their output and their line', () => {
  const [first, second, ...more] = readConsoleBlocks(markdown);
  assert.equal(more.length, 0);
  assert.deepEqual(first.commands.map(({ command, line, expected }) => ({ command, line, expected })), [
    { command: 'one', line: 3, expected: ['out 1', 'out 2'] },
    { command: 'two', line: 6, expected: [] },
  ]);
  assert.ok(second.norun);
});

test('only npm test may stay unrun, and npm test must', () => {
  const problem = (block) => formProblem(readConsoleBlocks(block)[0]);
  assert.equal(problem('```console norun\n$ npm test\n```'), null);
  assert.notEqual(problem('```console norun\n$ rm x\n```'), null);
  assert.notEqual(problem('```console norun\n$ npm test\n9 passed, 0 failed\n```'), null);
  assert.notEqual(problem('```console\n$ npm test\n```'), null);
  assert.notEqual(problem('```console skip\n$ ls\n```'), null);
  assert.equal(problem('```console\n$ ls\n```'), null);
});

test('a block that is not closed is an error and not the rest of the file', () => {
  assert.throws(() => readConsoleBlocks('```console\n$ ls\n'), /never closed/);
});

test('an update replaces outputs and leaves everything else', () => {
  const [{ commands: [one, two] }] = readConsoleBlocks(markdown);
  const text = corrected(markdown, [{ ...one, actual: ['new'] }, { ...two, actual: ['a', 'b'] }]);
  assert.equal(text, markdown.replace('out 1\nout 2', 'new').replace('$ two', '$ two\na\nb'));
});
