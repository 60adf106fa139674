// What package.json declares must agree with the server, with the code and with itself.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot } from '../../../scripts/lib/repository.mjs';
import { importSource } from '../support/typescript.mjs';

const json = (...path) => JSON.parse(readFileSync(inRoot(...path), 'utf8'));
const manifest = json('extension', 'package.json');
const { contributes } = manifest;
const settings = contributes.configuration.properties;
const names = await importSource('names');

test('the settings of the server are the same in its schema', () => {
  const schema = json('src', 'ReasoningLsp.Server', 'Workspace', 'settings.schema.json').properties;
  const ofTheEditor = [`${names.section}.server.path`, `${names.section}.trace.server`];
  const declared = Object.fromEntries(Object.entries(settings)
    .filter(([name]) => !ofTheEditor.includes(name))
    .map(([name, { enumDescriptions, scope, ...rest }]) => [name.slice(names.section.length + 1), rest]));
  assert.deepEqual(declared, schema);
});

test('no workspace can name an executable, a file or an address', () => {
  const naming = Object.entries(settings).filter(([, { type, enum: choice }]) => type !== 'boolean' && type !== 'number' && choice === undefined);
  assert.ok(naming.length > 0);
  for (const [name, { scope }] of naming) assert.equal(scope, 'machine', name);
  assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
});

test('every command is declared and every declared command exists', () => {
  assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), Object.values(names.commands).sort());
});

test('what is offered refers to what exists', () => {
  const text = JSON.stringify(contributes);
  const known = new Set([...Object.values(names.commands), ...Object.values(names.views), ...Object.values(names.contexts), ...Object.keys(settings), names.notesController, names.reportPanel]);
  const referred = [...text.matchAll(/reasoningReview\.[A-Za-z.]+/g)].map(([name]) => name.replace(/\.$/, ''));
  assert.deepEqual(referred.filter((name) => !known.has(name)), []);
  for (const { media } of contributes.walkthroughs[0].steps) assert.ok(existsSync(inRoot('extension', media.markdown)), media.markdown);
  for (const icon of [manifest.icon, 'media/progress-light.svg', 'media/progress-dark.svg']) assert.ok(existsSync(inRoot('extension', icon)), icon);
});

test('every setting stands in the README of the extension, with its default', () => {
  const readme = readFileSync(inRoot('extension', 'README.md'), 'utf8');
  for (const [name, { default: value }] of Object.entries(settings))
    assert.match(readme, new RegExp(`\\| \`${name.replaceAll('.', '\\.')}\` \\| ${value === '' ? '' : `\`${value}\` `}\\|`), name);
});

test('extension, program and repository have one version', () => {
  const [, version] = /<Version>(.*)<\/Version>/.exec(readFileSync(inRoot('Directory.Build.props'), 'utf8'));
  assert.deepEqual([manifest.version, json('package.json').version], [version, version]);
});
