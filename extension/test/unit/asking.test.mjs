// The extension starts the server for documents that may ask for review; only the server knows which do.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import rpc from 'vscode-jsonrpc/node';
import { program } from '../../../scripts/lib/repository.mjs';
import { importSource } from '../support/typescript.mjs';

const { mayAsk } = await importSource('asking');

const trace = 'Step 1: 2 + 2 = 5\n';
const asking = [
  ['/a/b.solution.md', trace],
  ['/a/b.SOLUTION.TEX', trace],
  ['/a/b.solution.txt', trace],
  ['/a/b.trace.json', '{"problem":"p","steps":["2 + 2 = 5"]}'],
  ['/a/b.trace.jsonl', '{"problem":"p","steps":["2 + 2 = 5"]}'],
  ['/a/b.md', `---\nanswer: 5\n---\n${trace}`],
  ['/a/b.md', `---\r\nlanguage: en\r\n"problem": x\r\n---\r\n${trace}`],
  ['/a/b.md', `\uFEFF---\nchecklist: [a]\n...\n${trace}`],
  ['/a/b.tex', `---  \n{profile: p}\n---\n${trace}`],
  ['/a/b.txt', `\n\n<!-- reasoning-review -->\n${trace}`],
  ['/a/b.tex', `\\documentclass{article}\r%% reasoning-review\r${trace}`],
  ['/a/b.markdown', `  <!--reasoning-review-->\n${trace}`],
];
const likely = [
  ['/a/homework.md', '# Homework\n\n12 * 50 = 610\n\n610 - 23 = 587\n'],
  ['/a/equations.txt', '3x-12=2x+7\n\n3x-2x=7-12\n'],
  ['/a/order.md', 'The pencils cost 672 × $0.35 = $235.20.\n\nIn all that is $235.20 + $26.60 = $261.80.\n'],
  ['/a/garden.md', 'Its area is 14 m * 6 m = 84 m².\n\nA share of 25% of 360 € = 90 €.\n'],
  ['/a/price.tex', 'They cost $3 \\cdot \\$4 = \\$12$ and $\\$12 + \\$1 = \\$13$.'],
  ['/a/proof.tex', 'Then $3 \\cdot 4 = 12$ and $12 + 1 = 13$.'],
  ['/a/data.jsonl', '{"question":"How many?","solution":"2 + 2 = 4"}'],
  ['/a/class.jsonl', '{"question":"How many?","answer":"2 + 2 = 4\\n#### 4"}\n{"question":"broken'],
  ['/a/notes.txt', 'Shopping\n3 packs: 3 * 4 = 12\n2 cakes: 2 * 9 = 19\nBalloons: 5 * 2 = 10\nAll: 12 + 18 = 30\n'],
];
const silent = [
  ['/a/README.md', `# Answer\n\n${trace}`],
  ['/a/b.md', `---\ntitle: A post\ntags: [maths]\n---\n\nThe answer: 5\n${trace}`],
  ['/a/b.md', `---\ntitle: unclosed\n\n${trace}`],
  ['/a/b.md', `text\n---\nanswer: 5\n---\n${trace}`],
  ['/a/b.md', `1\n2\n3\n4\n5\n<!-- reasoning-review -->\n${trace}`],
  ['/a/package.json', '{"answer": 5}'],
  ['/a/b.cs', `---\nanswer: 5\n---\n`],
];
const candidate = ([path, text], isUntitled = false, languageId = '') => ({ path, isUntitled, languageId, text: () => text });

test('what asks starts the server, what does not starts nothing', () => {
  for (const document of asking) assert.ok(mayAsk(candidate(document)), JSON.stringify(document));
  for (const document of silent) assert.ok(!mayAsk(candidate(document)), JSON.stringify(document));
});

test('what looks like a solution starts the server, which looks closer', () => {
  for (const document of likely) assert.ok(mayAsk(candidate(document)), JSON.stringify(document));
  for (const name of ['README.md', 'CHANGELOG.md', 'docs/contributing.md', 'code.js'])
    assert.ok(!mayAsk(candidate([`/a/${name}`, likely[0][1]])), name);
});

test('an untitled document asks by its content, in the languages of texts', () => {
  assert.ok(mayAsk(candidate(['Untitled-1', '---\nanswer: 5\n---\n'], true, 'markdown')));
  assert.ok(!mayAsk(candidate(['Untitled-1', '---\nanswer: 5\n---\n'], true, 'yaml')));
});

test('a configuration file starts the server: it may name files', () => {
  assert.ok(mayAsk(candidate(['/a/reasoning-review.json', '{}'])));
});

test('the name alone decides where it can', () => {
  assert.ok(mayAsk({ path: '/a/b.solution.md', isUntitled: false, languageId: 'markdown', text: () => assert.fail('It was read.') }));
});

test('the server agrees on every one of them', { skip: existsSync(program) ? false : 'npm run build makes the server' }, async (context) => {
  const server = spawn(program, ['serve', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  context.after(() => server.kill());
  const connection = rpc.createMessageConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
  const reviewed = new Map();
  let finished;
  const all = new Promise((resolve) => { finished = resolve; });
  connection.onNotification('$/reasoning/reviewed', ({ textDocument, isReviewed }) => {
    reviewed.set(textDocument.uri, isReviewed);
    if (reviewed.size === asking.length + silent.length) finished();
  });
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: { experimental: { reasoningReview: true } } });
  await connection.sendNotification('initialized', {});
  const documents = [...asking, ...silent].map(([path, text], at) => ({ uri: `file:///asking/${at}${path}`, languageId: '', version: 1, text }));
  for (const textDocument of documents) await connection.sendNotification('textDocument/didOpen', { textDocument });
  await all;
  assert.deepEqual(documents.filter(({ uri }, at) => reviewed.get(uri) !== at < asking.length), []);
});
