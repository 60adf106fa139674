// Makes the packages of one platform: a VSIX and a tar.gz, each with the self-contained program inside.
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { notices } from './notices.mjs';
import { capture } from './processes.mjs';
import { programFor } from './program.mjs';
import { inRoot } from './repository.mjs';

// As much as whoever installs the extension should wait for.
const mostBytes = 60 * 2 ** 20;
// Builds for processors that few have, who are served by the next older one: half a megabyte each.
const rareProcessors = /ggml-cpu-(?:cannonlake|cooperlake|ivybridge|piledriver)\./;

const manifest = () => JSON.parse(readFileSync(inRoot('extension', 'package.json'), 'utf8'));
const output = (...parts) => inRoot('artifacts', 'packages', ...parts);

/** Where the packages of a platform are written. */
export function packageFiles({ runtime, target }) {
  const { name, version } = manifest();
  return { vsix: output(`${name}-${version}-${target}.vsix`), archive: output(`reasoning-lsp-${version}-${runtime}.tar.gz`) };
}

/** The folder that goes into the VSIX; an editor can also load the extension from it. */
export const stagedExtension = ({ target }) => output('staged', target, 'extension');

/** Lays out the extension's folder, program included. */
export async function stage(platform) {
  const { bundle } = await import('../../extension/esbuild.mjs');
  const folder = stagedExtension(platform);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'dist'), { recursive: true });
  const packages = await bundle(join(folder, 'dist', 'extension.js'));
  for (const part of ['README.md', 'media', 'walkthrough']) cpSync(inRoot('extension', part), join(folder, part), { recursive: true });
  cpSync(inRoot('CHANGELOG.md'), join(folder, 'CHANGELOG.md'));
  cpSync(inRoot('LICENSE'), join(folder, 'LICENSE.txt'));
  copyInto(join(folder, 'samples'), inRoot('samples', 'winter-sale.solution.md'));
  copyInto(join(folder, 'schemas'), inRoot('docs', 'reasoning-review.schema.json'));
  // Without the built-in models, which would make the download twice and a half as large (see models/README.md), without
  // DuckDB, by which `run` answers questions and which no editor asks, and without what runs programs, a third more.
  copyProgram(join(folder, 'server'), platform.runtime, { without: ['models', 'duckdb', 'programs'], like: rareProcessors });
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices(packages, platform.runtime));
  // Neither a script nor a dependency: all that is needed is in the bundle.
  const { devDependencies, private: _, ...shipped } = manifest();
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);
  // The folder holds what is shipped and nothing else.
  writeFileSync(join(folder, '.vscodeignore'), '');
  return folder;
}

/** Writes the VSIX of a staged folder. */
export async function writeVsix(platform, folder) {
  const { createVSIX } = await import('@vscode/vsce');
  const { vsix } = packageFiles(platform);
  rmSync(vsix, { force: true });
  await createVSIX({
    cwd: folder, target: platform.target, packagePath: vsix, dependencies: false,
    allowMissingRepository: true, rewriteRelativeLinks: false,
  });
  const { size } = statSync(vsix);
  if (size > mostBytes) throw new Error(`${basename(vsix)} has ${(size / 2 ** 20).toFixed(1)} MiB, and more than ${mostBytes / 2 ** 20} is too much to fetch: see what grew.`);
  return vsix;
}

/** Writes the archive of the program alone, for every other editor and for the command line. */
export async function writeArchive(platform, folder) {
  const { archive } = packageFiles(platform);
  const content = output('staged', platform.target, 'archive', 'reasoning-lsp');
  rmSync(content, { recursive: true, force: true });
  copyProgram(content, platform.runtime, { without: [] });
  for (const file of ['LICENSE.txt', 'THIRD-PARTY-NOTICES.txt']) copyInto(content, join(folder, file));
  const { code, output: said } = await capture('tar', ['-czf', archive, '-C', dirname(content), basename(content)]);
  if (code !== 0) throw new Error(said.trim());
  return archive;
}

// The program with what lies beside it, where the platform has it: llama.cpp's libraries, DuckDB's, the built-in models, what runs programs.
function copyProgram(folder, runtime, { without, like }) {
  const file = programFor(runtime);
  const left = without.map((name) => join(dirname(file), name));
  cpSync(dirname(file), folder, { recursive: true, dereference: true, filter: (path) => !left.includes(path) && !like?.test(basename(path)) });
  chmodSync(join(folder, basename(file)), 0o755);
}

function copyInto(folder, file) {
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, basename(file));
  cpSync(file, copy);
  return copy;
}
