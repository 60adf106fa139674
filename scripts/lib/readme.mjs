// Runs every console block of README.md and of the pages in docs, and compares what it prints with what they say.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { withCleanCopy } from './clean-copy.mjs';
import { formProblem, readConsoleBlocks } from './console-blocks.mjs';
import { normalLines, outputMatches } from './output-match.mjs';
import { capture } from './processes.mjs';
import { inRoot, sharedFolder } from './repository.mjs';

// npm's own two lines ahead of a script, and colours, are no part of what the README shows.
const environment = () => ({
  ...process.env, NO_COLOR: '1', npm_config_loglevel: 'silent', INIT_CWD: undefined, REASONING_SHARED: sharedFolder(),
});

/** README.md, and the pages of docs that show commands. */
function documents() {
  const pages = readdirSync(inRoot('docs')).filter((name) => name.endsWith('.md')).sort().map((name) => `docs/${name}`);
  return ['README.md', ...pages.filter((page) => readFileSync(inRoot(page), 'utf8').includes('```console'))];
}

/** Checks the README and the pages of docs; resolves to results, one a command. With `update`, wrong outputs are rewritten instead. */
export async function checkReadme({ update = false } = {}) {
  if (!existsSync(inRoot('README.md'))) return [{ name: 'README.md', outcome: 'failed', detail: 'It is missing.' }];
  const results = [];
  await withCleanCopy(async (folder) => {
    // The README first: it builds the program that the pages use.
    for (const document of documents()) results.push(...await check(document, folder, update));
  });
  return results;
}

async function check(document, folder, update) {
  const text = readFileSync(inRoot(document), 'utf8');
  const blocks = readConsoleBlocks(text);
  if (blocks.length === 0) return [{ name: document, outcome: 'failed', detail: 'It holds no console block.' }];

  const results = blocks.map((block) => ({ block, problem: formProblem(block) }))
    .filter(({ problem }) => problem !== null)
    .map(({ block, problem }) => ({ name: `${document} line ${block.line}`, outcome: 'failed', detail: problem }));
  const commands = blocks.filter((block) => !block.norun && formProblem(block) === null).flatMap(({ commands }) => commands);

  const corrections = [];
  for (const command of commands) {
    const { output } = await capture(command.command, [], { cwd: folder, shell: true, env: environment() });
    const actual = normalLines(output);
    const matches = outputMatches(normalLines(command.expected), actual);
    if (!matches) corrections.push({ ...command, actual });
    results.push({
      name: `${document} line ${command.line}: ${command.command}`,
      outcome: matches || update ? 'passed' : 'failed',
      detail: matches ? null : `It prints:\n${actual.join('\n')}\n(To take it over: node scripts/check-readme.mjs --update)`,
    });
  }
  if (update && corrections.length > 0) writeFileSync(inRoot(document), corrected(text, corrections));
  return results;
}

/** A document with the outputs of these commands replaced by what they print. */
export function corrected(text, corrections) {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  for (const { start, end, actual } of [...corrections].sort((a, b) => b.start - a.start))
    lines.splice(start, end - start, ...actual);
  return lines.join(newline);
}
