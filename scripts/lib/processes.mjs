// Running other programs: either the user sees them, or we keep what they print.
import { spawn } from 'node:child_process';
import { root } from './repository.mjs';

/** Runs with our own terminal; resolves to the exit code (128 + signal where one ended it). */
export function passThrough(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    // The child is in the same terminal and gets Ctrl-C itself; we wait so that its exit code is ours.
    const wait = () => {};
    process.on('SIGINT', wait);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', wait);
      resolve(code ?? 128 + (signal === 'SIGINT' ? 2 : 15));
    });
  });
}

/** Runs without a terminal; resolves to { code, stdout, output }, output being stdout and stderr as they came. */
export function capture(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => { stdout += text; output += text; });
    child.stderr.setEncoding('utf8').on('data', (text) => { output += text; });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? `ended by ${signal}`, stdout, output }));
  });
}

/** npm, which is a script and not a program on Windows. */
export const npm = process.platform === 'win32'
  ? { command: 'npm.cmd', options: { shell: true } }
  : { command: 'npm', options: {} };
