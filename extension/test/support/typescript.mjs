// Imports a module of src/ that needs no editor.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

export async function importSource(name) {
  const { outputFiles: [{ text }] } = await build({
    entryPoints: [fileURLToPath(new URL(`../../src/${name}.ts`, import.meta.url))],
    bundle: true, platform: 'node', format: 'esm', target: 'node20', external: ['vscode'], write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}
