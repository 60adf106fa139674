// Publishes the self-contained program unless the one that is there was made from the same sources.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { capture } from './processes.mjs';
import { inRoot, program } from './repository.mjs';

const platforms = { linux: 'linux', darwin: 'osx', win32: 'win' };
const longAfterMs = 3_000;

/** The .NET name of this platform, such as linux-x64. */
export const runtime = `${platforms[process.platform] ?? process.platform}-${process.arch}`;

const stamp = inRoot('artifacts', 'reasoning-lsp.fingerprint');

function isFresh(wanted) {
  return existsSync(program) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/**
 * Makes sure the program is there and up to date. `say` gets a line where it takes long.
 * Resolves to null, or to what went wrong.
 */
export async function ensureProgram(say) {
  const wanted = fingerprint(undefined, runtime);
  if (isFresh(wanted)) return null;

  // Published beside its place and then moved: a build that fails or is stopped leaves the old program whole.
  const fresh = inRoot('artifacts', `.publish-${process.pid}`);
  const slow = setTimeout(() => say('Building reasoning-lsp (about a minute the first time)…'), longAfterMs);
  try {
    const { code, output } = await capture('dotnet', [
      'publish', 'src/ReasoningLsp.Cli/ReasoningLsp.Cli.csproj', '-c', 'Release', '-o', fresh,
      `-p:ProgramRuntime=${runtime}`, '-p:RestoreLockedMode=true', '-v', 'quiet', '-nologo',
    ]);
    if (code !== 0) return output.trim();
    mkdirSync(dirname(program), { recursive: true });
    rmSync(stamp, { force: true });
    renameSync(join(fresh, basename(program)), program);
    writeFileSync(stamp, wanted);
    return null;
  } catch (error) {
    return error.code === 'EPERM' || error.code === 'EBUSY'
      ? `${program} is in use and cannot be replaced: close the editors that run it and try again.`
      : String(error.message ?? error);
  } finally {
    clearTimeout(slow);
    rmSync(fresh, { recursive: true, force: true });
  }
}
