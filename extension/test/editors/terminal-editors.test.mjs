// Neovim and Emacs, without any plugin of ours: findings are shown and a correction is made and saved.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lacking } from '../../../scripts/lib/editors.mjs';
import { capture } from '../../../scripts/lib/processes.mjs';
import { inRoot, program } from '../../../scripts/lib/repository.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

async function inEditor(context, command, args) {
  const folder = mkdtempSync(join(tmpdir(), 'reasoning-editor-'));
  context.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const file = join(folder, 'train-journey.solution.md');
  copyFileSync(inRoot('samples', 'train-journey.solution.md'), file);
  const { code, stdout, output } = await capture(command, args(file), {
    cwd: folder,
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder, REASONING_LSP: program, REASONING_FILE: file, REASONING_ACTION: 'Replace 1.8 by 1.4' },
    timeout: 240_000,
  });
  const line = stdout.split('\n').find((text) => text.startsWith('{'));
  assert.ok(line, output);
  const seen = JSON.parse(line);
  assert.deepEqual([code, seen.problem, seen.offered], [0, undefined, undefined], output);
  return { seen, text: readFileSync(file, 'utf8') };
}

function holds({ seen, text }) {
  assert.equal(seen.finding.line, 13);
  assert.match(seen.finding.message, /75\/55 = 15\/11 ≈ 1\.363636, the step says 1\.8 hours/);
  assert.match(seen.hover, /1\.363636/);
  assert.match(text, /75 \/ 55 = 1\.4 hours/);
}

test('Neovim: diagnostics, hover, lens, and a fix applied', { skip: lacking('neovim') ?? false }, async (context) => {
  const result = await inEditor(context, 'nvim', (file) => ['--headless', '--clean', '-u', here('neovim/init.lua'), '-i', 'NONE', '-n', file]);
  holds(result);
  assert.match(result.seen.lens, /^5 steps · 1 flagged/);
});

test('Emacs: diagnostics, hover, and a fix applied by eglot', { skip: lacking('emacs') ?? false }, async (context) => {
  // Not -Q, which would hide a packaged eglot.
  holds(await inEditor(context, 'emacs', () => ['--batch', '-q', '-l', here('emacs/eglot.el')]));
});
