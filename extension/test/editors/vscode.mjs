// Starts VS Code's own server and looks at it through a headless browser: the editor a person sees.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium as browser } from 'playwright-core';
import { chromium, vscode } from '../../../scripts/lib/editors.mjs';
import { inRoot } from '../../../scripts/lib/repository.mjs';

// Nothing here changes what the extension does: no greetings, no animations, no look-ups.
const quiet = {
  'telemetry.telemetryLevel': 'off', 'workbench.startupEditor': 'none', 'workbench.tips.enabled': false,
  'workbench.enableExperiments': false, 'workbench.reduceMotion': 'on', 'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoCheckUpdates': false, 'extensions.autoUpdate': false, 'extensions.ignoreRecommendations': true,
  'git.enabled': false, 'files.autoSave': 'off', 'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off', 'editor.cursorBlinking': 'solid', 'editor.wordWrap': 'on', 'editor.minimap.enabled': false,
};
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

/**
 * Opens a copy of samples/ in a fresh editor, or a folder of `files` by their names. `vsix` is installed as a person does it; `tests` runs in the extension
 * host beside the extension in `development`. Restricted: nobody said that the folder is trusted. `settings` are the person's own.
 */
export async function openVsCode({ name, open, vsix, development, tests, restricted = false, settings = {}, files, viewport = { width: 1280, height: 900 } }) {
  const home = mkdtempSync(join(tmpdir(), 'reasoning-vscode-'));
  const place = (...parts) => join(home, ...parts);
  const folder = place(files ? 'class' : 'samples');
  if (files) {
    mkdirSync(folder);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  } else cpSync(inRoot('samples'), folder, { recursive: true });
  for (const part of ['home', 'tmp', join('user', 'User')]) mkdirSync(place(part), { recursive: true });
  const trust = restricted ? { 'security.workspace.trust.startupPrompt': 'never' } : {};
  writeFileSync(place('user', 'User', 'settings.json'), JSON.stringify({ ...quiet, ...trust, ...settings }));
  // What is set for a machine is set where the server runs.
  mkdirSync(place('user', 'Machine'), { recursive: true });
  writeFileSync(place('user', 'Machine', 'settings.json'), JSON.stringify(settings));

  const output = inRoot('artifacts', 'editors', 'runs', name);
  mkdirSync(output, { recursive: true });
  const log = join(output, 'server.log');
  const port = await freePort();
  const environment = { ...process.env, HOME: place('home'), XDG_CONFIG_HOME: place('config'), XDG_DATA_HOME: place('data'), XDG_CACHE_HOME: place('cache'), TMPDIR: place('tmp'), EXTENSIONS_GALLERY: '{}' };
  for (const key of Object.keys(environment)) if (/^(VSCODE|CODE_SERVER|NODE_|XDG_RUNTIME_DIR)/.test(key)) delete environment[key];
  const common = [vscode.server, '--accept-server-license-terms', '--telemetry-level', 'off',
    '--server-data-dir', place('data'), '--user-data-dir', place('user'), '--extensions-dir', place('extensions')];
  if (vsix) execFileSync(vscode.node, [...common, '--install-extension', vsix], { env: environment, stdio: 'pipe' });

  const sink = openSync(log, 'w');
  const server = spawn(vscode.node, [...common, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token',
    // The address names tests only with the driver, which in turn hides notifications.
    ...(tests ? ['--enable-smoke-test-driver'] : []), ...(restricted ? [] : ['--disable-workspace-trust'])],
  { env: environment, stdio: ['ignore', sink, sink], detached: true });
  let context;
  const close = async () => {
    await context?.close().catch(() => {});
    await end(server);
    // The engine outlives whoever started it; this one serves nobody else.
    try { execFileSync('pkill', ['-KILL', '-f', `${home}.* engine`]); } catch { /* none was started */ }
    // A child may outlive the server for a moment and still write.
    rmSync(home, { recursive: true, force: true, maxRetries: 30, retryDelay: 100 });
  };
  try {
    await listening(port, server, log);
    context = await browser.launchPersistentContext(place('browser'), {
      executablePath: chromium, headless: true, viewport, locale: 'en-US', args: flags,
    });
    const page = context.pages()[0] ?? await context.newPage();
    page.setDefaultTimeout(120_000);
    const at = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
    const payload = [['skipWelcome', 'true'],
      ...(open ? [['openFile', at(join(folder, open))]] : []),
      ...(development ? [['extensionDevelopmentPath', at(development)]] : []),
      ...(tests ? [['extensionTestsPath', at(tests)]] : [])];
    const address = `http://127.0.0.1:${port}/?folder=${folder}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    // Ends the server of the extension as a fault would.
    const crash = () => execFileSync('pkill', ['-KILL', '-f', `${home}.*reasoning-lsp serve`]);
    /** Adds to the settings of this machine, as a person does it. */
    const set = (more) => writeFileSync(place('user', 'Machine', 'settings.json'), JSON.stringify({ ...settings, ...more }));
    return { page, context, folder, address, output, close, crash, set, text: (file) => readFileSync(join(folder, file), 'utf8') };
  } catch (error) {
    await close();
    throw error;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function listening(port, server, log) {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`VS Code's server ended:\n${readFileSync(log, 'utf8')}`);
    if (await fetch(`http://127.0.0.1:${port}/version`).then(({ ok }) => ok, () => false)) return;
    await delay(50);
  }
}

// The server is the leader of a group of processes, all of them ours.
async function end(server) {
  const signal = (name) => { try { process.kill(-server.pid, name); } catch { /* gone */ } };
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    signal('SIGTERM');
    await Promise.race([ended, delay(8_000)]);
  }
  signal('SIGKILL');
}
