// The archive for every other editor: unpacked, the program runs and its licences lie beside it.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeArchive } from '../../../scripts/lib/package.mjs';
import { ownRuntime, platforms } from '../../../scripts/lib/platforms.mjs';
import { capture } from '../../../scripts/lib/processes.mjs';
import { inRoot } from '../../../scripts/lib/repository.mjs';
import { extensionFolder } from './packaged.mjs';

test('the archive holds a program that runs', async (context) => {
  const platform = platforms.find(({ runtime }) => runtime === ownRuntime);
  const archive = await writeArchive(platform, await extensionFolder());
  const folder = mkdtempSync(join(tmpdir(), 'reasoning-archive-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const unpacked = await capture('tar', ['-xzf', archive, '-C', folder]);
  assert.equal(unpacked.code, 0, unpacked.output);
  const inside = (name) => join(folder, 'reasoning-lsp', name);
  for (const file of ['LICENSE.txt', 'THIRD-PARTY-NOTICES.txt']) assert.ok(existsSync(inside(file)), file);
  const { code, stdout } = await capture(inside(platform.executable), ['review', inRoot('samples', 'winter-sale.solution.md')]);
  assert.equal(code, 1);
  assert.match(stdout, /RR108/);
});
