// The ```console blocks of a Markdown file: commands (`$ …`) and what they are said to print.

/**
 * [{ norun, commands: [{ command, line, expected: [...], start, end }] }]: `line` is 1-based; lines [start, end)
 * (0-based) hold the expected output.
 */
export function readConsoleBlocks(markdown) {
  const lines = markdown.split(/\r?\n/);
  const blocks = [];
  for (let at = 0; at < lines.length; at++) {
    const fence = /^(`{3,})console\b[ \t]*(.*)$/.exec(lines[at]);
    if (fence === null) continue;
    const block = { line: at + 1, norun: fence[2].trim() === 'norun', info: fence[2].trim(), commands: [] };
    for (at++; at < lines.length && lines[at].trimEnd() !== fence[1]; at++) {
      const current = block.commands.at(-1);
      if (lines[at].startsWith('$ '))
        block.commands.push({ command: lines[at].slice(2).trim(), line: at + 1, expected: [], start: at + 1, end: at + 1 });
      else if (current !== undefined) {
        current.expected.push(lines[at]);
        current.end = at + 1;
      } else
        throw new Error(`line ${at + 1}: a console block starts with a command ("$ …")`);
    }
    if (at >= lines.length) throw new Error(`line ${block.line}: this console block is never closed`);
    blocks.push(block);
  }
  return blocks;
}

/** What is wrong with a block's form, or null: only `npm test`, which runs this check, may stay unrun. */
export function formProblem({ norun, info, commands }) {
  if (commands.length === 0) return 'it holds no command';
  if (norun) {
    const [only, ...more] = commands;
    return only.command === 'npm test' && more.length === 0 && only.expected.length === 0 ? null : 'only `npm test` alone may be "norun"';
  }
  if (info !== '') return `"console ${info}" is unknown: "console" or "console norun"`;
  return commands.some(({ command }) => /^npm (run )?(test|t)\b/.test(command)) ? '`npm test` runs this check and must be "console norun"' : null;
}
