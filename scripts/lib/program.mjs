// Publishes the self-contained program unless the one that is there was made from the same sources.
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { ensureNatives, hasNatives } from './natives.mjs';
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
  await ensureNatives(say);
  const wanted = fingerprint(undefined, `${runtime} ${hasNatives() ? 'with' : 'without'} natives`);
  placeModels();
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
    replaceFolder(join(fresh, 'natives'), join(dirname(program), 'natives'));
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

function replaceFolder(from, to) {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) renameSync(from, to);
}

/** The built-in models beside the program: linked where the file system can, because they are large. */
function placeModels() {
  const target = join(dirname(program), 'models');
  const models = readdirSync(inRoot('models')).filter((name) => /\.(gguf|safetensors|txt)$/.test(name));
  mkdirSync(target, { recursive: true });
  for (const name of models) {
    const [from, to] = [inRoot('models', name), join(target, name)];
    if (existsSync(to) && statSync(to).size === statSync(from).size && statSync(to).mtimeMs >= statSync(from).mtimeMs) continue;
    rmSync(to, { force: true });
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
    }
  }
}
