// The real editors that the extension and the server are tested in: VS Code out of npm, the others out of Debian.
import { accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { capture, npm } from './processes.mjs';
import { inRoot } from './repository.mjs';

// VS Code's own server is inside code-server; it needs a newer Node than ours, which npm has too.
const codeServer = '4.139.1';
const newerNode = '24.21.0';
const folder = inRoot('artifacts', 'editors', `vscode-${codeServer}`);

/** Where VS Code's server stands once it is installed, and the Node to run it with. */
export const vscode = { server: join(folder, 'vscode', 'out', 'server-main.js'), node: join(folder, 'node') };

export const chromium = process.env.CHROMIUM || '/usr/bin/chromium';

// What tests run in or beside, each by how one sees that it is there.
const packages = [
  { present: () => existsSync(chromium), debian: ['chromium'] },
  { present: () => onPath('nvim'), debian: ['neovim'] },
  // Daemons that a person's own machine gets only from that person.
  ...(process.env.CI && process.env.CI !== 'false' ? [{ present: () => existsSync('/usr/sbin/slurmctld') && existsSync('/usr/sbin/munged'), debian: ['slurm-wlm', 'munge'] }] : []),
  { present: () => onPath('emacs') && hasEglot(), debian: ['emacs-nox', 'elpa-eglot'] },
];

// Debian's eglot is a package of its own; later editions of Emacs bring one along.
const hasEglot = () => existsSync('/usr/share/emacs/site-lisp/elpa-src') && readdirSync('/usr/share/emacs/site-lisp/elpa-src').some((name) => name.startsWith('eglot'))
  || existsSync('/usr/share/emacs') && readdirSync('/usr/share/emacs').some((version) => Number.parseInt(version, 10) >= 29);

const onPath = (name) => (process.env.PATH ?? '').split(delimiter).some((place) => {
  try {
    accessSync(join(place, name), constants.X_OK);
    return true;
  } catch {
    return false;
  }
});

/** Why tests in VS Code cannot run here, or null. */
export function lackingVsCode() {
  if (process.platform !== 'linux') return 'The editors are driven on Linux.';
  if (!existsSync(chromium)) return `${chromium} is not installed.`;
  return existsSync(vscode.server) ? null : 'VS Code is not installed: node scripts/editors.mjs';
}

/** A test that found no editor to run in says so, and is no failure where none can be installed. */
export const withAvailability = (result) =>
  ({ ...result, unavailable: result.outcome === 'skipped' && /is not installed|has no eglot|driven on Linux/.test(result.detail ?? '') });

/** Installs what is missing, where that is possible; resolves to results. */
export async function setUpEditors() {
  if (process.platform !== 'linux') return [];
  const results = [...await installDebian()];
  if (existsSync(chromium) && !existsSync(vscode.server)) results.push(await installVsCode());
  return results;
}

async function installDebian() {
  const missing = packages.filter(({ present }) => !present()).flatMap(({ debian }) => debian);
  if (missing.length === 0) return [];
  const skipped = (detail) => [{ name: 'Debian packages', outcome: 'skipped', unavailable: true, detail }];
  const command = `apt-get install --no-install-recommends ${missing.join(' ')}`;
  if (!onPath('apt-get')) return skipped(`This is no Debian; of its packages ${missing.join(', ')} are missing.`);
  if (process.getuid() !== 0) return skipped(`Only root can install what is missing: ${command}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await capture('apt-get', ['update'], { env });
  const { code, output } = await capture('apt-get', ['install', '-y', '--no-install-recommends', ...missing], { env });
  return code === 0 ? [{ name: 'Debian packages', outcome: 'passed', detail: null }]
    : skipped(`${command} failed:\n${output.trim().split('\n').slice(-5).join('\n')}`);
}

async function installVsCode() {
  const fresh = `${folder}.${process.pid}`;
  const result = (outcome, detail = null) => ({ name: 'VS Code', outcome, detail });
  try {
    mkdirSync(fresh, { recursive: true });
    writeFileSync(join(fresh, 'package.json'), '{ "private": true }\n');
    // No install script: they compile what is not needed here, and download.
    const install = async (cwd, ...names) => {
      const { code, output } = await capture(npm.command, ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...names], { ...npm.options, cwd });
      if (code !== 0) throw new Error(output.trim());
    };
    const node = `node-linux-${process.arch}`;
    await install(fresh, `code-server@${codeServer}`, `${node}@${newerNode}`);
    const server = join('node_modules', 'code-server', 'lib', 'vscode');
    await install(join(fresh, server), '--omit=dev');
    symlinkSync(server, join(fresh, 'vscode'));
    symlinkSync(join('node_modules', node, 'bin', 'node'), join(fresh, 'node'));
    mkdirSync(dirname(folder), { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
    return result('passed');
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    return result('failed', String(error.message ?? error));
  }
}
