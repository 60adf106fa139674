// Runs every console block of README.md and compares what it prints with what the README says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { withCleanCopy } from './clean-copy.mjs';
import { formProblem, readConsoleBlocks } from './console-blocks.mjs';
import { normalLines, outputMatches } from './output-match.mjs';
import { capture } from './processes.mjs';
import { inRoot, sharedFolder } from './repository.mjs';

const readme = inRoot('README.md');

// npm's own two lines ahead of a script, and colours, are no part of what the README shows.
const environment = () => ({
  ...process.env, NO_COLOR: '1', npm_config_loglevel: 'silent', INIT_CWD: undefined, REASONING_SHARED: sharedFolder(),
});

/** Checks the README; resolves to results, one a command. With `update`, wrong outputs are rewritten instead. */
export async function checkReadme({ update = false } = {}) {
  if (!existsSync(readme)) return [{ name: 'README.md', outcome: 'failed', detail: 'It is missing.' }];
  const text = readFileSync(readme, 'utf8');
  const blocks = readConsoleBlocks(text);
  if (blocks.length === 0) return [{ name: 'README.md', outcome: 'failed', detail: 'It holds no console block.' }];

  const results = blocks.map((block) => ({ block, problem: formProblem(block) }))
    .filter(({ problem }) => problem !== null)
    .map(({ block, problem }) => ({ name: `line ${block.line}`, outcome: 'failed', detail: problem }));
  const commands = blocks.filter((block) => !block.norun && formProblem(block) === null).flatMap(({ commands }) => commands);

  const corrections = [];
  await withCleanCopy(async (folder) => {
    for (const command of commands) {
      const { output } = await capture(command.command, [], { cwd: folder, shell: true, env: environment() });
      const actual = normalLines(output);
      const matches = outputMatches(normalLines(command.expected), actual);
      if (!matches) corrections.push({ ...command, actual });
      results.push({
        name: `line ${command.line}: ${command.command}`,
        outcome: matches || update ? 'passed' : 'failed',
        detail: matches ? null : `It prints:\n${actual.join('\n')}\n(To take it over: node scripts/check-readme.mjs --update)`,
      });
    }
  });
  if (update && corrections.length > 0) writeFileSync(readme, corrected(text, corrections));
  return results;
}

/** The README with the outputs of these commands replaced by what they print. */
export function corrected(text, corrections) {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  for (const { start, end, actual } of [...corrections].sort((a, b) => b.start - a.start))
    lines.splice(start, end - start, ...actual);
  return lines.join(newline);
}
