// A copy of what git knows of the working tree, so that a command in the README can rely on nothing else.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { capture } from './processes.mjs';
import { root } from './repository.mjs';

// Built from the same sources, as its fingerprint tells; building it again in the copy would prove no more.
const built = ['artifacts/reasoning-lsp', 'artifacts/reasoning-lsp.fingerprint'];

/** Calls `work` with the folder of a copy, which is gone afterwards. */
export async function withCleanCopy(work) {
  const { code, stdout, output } = await capture('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  if (code !== 0) throw new Error(`The README's commands are run in a copy of what git knows, and git failed:\n${output.trim()}`);
  const folder = mkdtempSync(join(tmpdir(), 'reasoning-readme-'));
  try {
    for (const file of [...stdout.split('\0').filter(Boolean), ...built]) {
      if (!existsSync(join(root, file))) continue;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(root, file), join(folder, file), { recursive: true });
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
