// Publishes the self-contained program unless the one that is there was made from the same sources.
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { ensureNatives, hasInterpreter, hasNpmNatives } from './natives.mjs';
import { ownRuntime, platforms } from './platforms.mjs';
import { capture } from './processes.mjs';
import { inRoot, program } from './repository.mjs';

const longAfterMs = 3_000;

/** Where the program for a platform stands once it is published. */
export function programFor(runtime) {
  if (runtime === ownRuntime) return program;
  return inRoot('artifacts', 'programs', runtime, platforms.find((platform) => platform.runtime === runtime)?.executable ?? 'reasoning-lsp');
}

const isFresh = (file, stamp, wanted) => existsSync(file) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

/**
 * Makes sure the program is there and up to date, for this platform or another. `say` gets a line where it takes
 * long. Resolves to null, or to what went wrong.
 */
export async function ensureProgram(say, runtime = ownRuntime) {
  const file = programFor(runtime);
  const folder = dirname(file);
  const stamp = `${folder}.fingerprint`;
  if (runtime === ownRuntime) await ensureNatives(say);
  const wanted = fingerprint(undefined, `${runtime} ${runtime === ownRuntime && hasNpmNatives() ? 'npm' : 'LLamaSharp'} natives, DuckDB${hasInterpreter() ? ', programs' : ''}`);
  placeModels(folder);
  if (isFresh(file, stamp, wanted)) return null;

  // Published beside its place and then moved: a build that fails or is stopped leaves the old program whole.
  const fresh = inRoot('artifacts', `.publish-${process.pid}`);
  const slow = setTimeout(() => say('Building reasoning-lsp (about a minute the first time)…'), longAfterMs);
  try {
    const { code, output } = await capture('dotnet', [
      'publish', 'src/ReasoningLsp.Cli/ReasoningLsp.Cli.csproj', '-c', 'Release', '-o', fresh,
      `-p:ProgramRuntime=${runtime}`, `-p:WithDuckDb=${!runtime.includes('musl')}`,
      `-p:WithPrograms=${!runtime.includes('musl')}`, '-p:RestoreLockedMode=true', '-v', 'quiet', '-nologo',
    ]);
    if (code !== 0) return output.trim();
    mkdirSync(folder, { recursive: true });
    rmSync(stamp, { force: true });
    for (const name of ['natives', 'duckdb', 'programs']) replaceFolder(join(fresh, name), join(folder, name));
    // Libraries that cannot live inside the program lie beside it.
    for (const name of readdirSync(fresh).filter((entry) => /\.(so|dll|dylib)$/.test(entry))) renameSync(join(fresh, name), join(folder, name));
    renameSync(join(fresh, basename(file)), file);
    writeFileSync(stamp, wanted);
    return null;
  } catch (error) {
    return error.code === 'EPERM' || error.code === 'EBUSY'
      ? `${file} is in use and cannot be replaced: close the editors that run it and try again.`
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
function placeModels(folder) {
  const target = join(folder, 'models');
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

/** The command that a measurement runs: what `--command` says, or the program, published where it has to be. */
export async function commandFor(asked) {
  if (asked) return asked.split(' ');
  const problem = await ensureProgram((line) => console.error(line));
  if (problem !== null) throw new Error(problem);
  return [program];
}
