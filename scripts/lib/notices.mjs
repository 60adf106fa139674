// The licences of everything that a package carries besides our own code.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from './repository.mjs';

const nuget = () => process.env.NUGET_PACKAGES || join(homedir(), '.nuget', 'packages');

/** Text for a file THIRD-PARTY-NOTICES.txt: npm packages by name, and what the program for `runtime` holds. */
export function notices(npmPackages, runtime) {
  const parts = [readFileSync(inRoot('NOTICE'), 'utf8').trim(), ...npmPackages.map(npmNotice), ...nugetPackages().map(nugetNotice), ...runtimeNotices(runtime)];
  return `${parts.join(`\n${'-'.repeat(78)}\n`)}\n`;
}

function npmNotice(name) {
  // npm puts a workspace's package beside the workspace where the root has no place for it.
  const folder = [inRoot('node_modules', ...name.split('/')), inRoot('extension', 'node_modules', ...name.split('/'))]
    .find((place) => existsSync(place)) ?? inRoot('node_modules', ...name.split('/'));
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version} (${license})\n\n${licenseIn(folder) ?? ''}`;
}

/** The packages that are compiled into the program; those without a library only help to build. */
function nugetPackages() {
  const { dependencies } = JSON.parse(readFileSync(inRoot('src', 'ReasoningLsp.Cli', 'packages.lock.json'), 'utf8'));
  return Object.entries(dependencies['net10.0'])
    .filter(([, { type }]) => type !== 'Project')
    .map(([id, { resolved }]) => ({ id, version: resolved, folder: join(nuget(), id.toLowerCase(), resolved.toLowerCase()) }))
    .filter(({ id, folder }) => existsSync(join(folder, 'lib')) || id === 'LLamaSharp.Backend.Cpu');
}

function nugetNotice({ id, version, folder }) {
  const nuspec = readFileSync(join(folder, `${id.toLowerCase()}.nuspec`), 'utf8');
  const element = (name) => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(nuspec)?.[1]?.trim();
  const license = element('license') ?? element('licenseUrl') ?? 'no licence named';
  return `${id} ${version} (${license})\nCopyright: ${element('copyright') ?? element('authors')}\n\n${licenseIn(folder) ?? texts[license] ?? ''}`;
}

function licenseIn(folder) {
  const file = readdirSync(folder, { withFileTypes: true }).find((entry) => entry.isFile() && /^(licen[cs]e|notice)/i.test(entry.name));
  return file && readFileSync(join(folder, file.name), 'utf8').trim();
}

function runtimeNotices(runtime) {
  const pack = join(nuget(), `microsoft.netcore.app.runtime.${runtime}`);
  if (!existsSync(pack)) return [];
  const folder = join(pack, readdirSync(pack).sort(byVersion).at(-1));
  return ['LICENSE.TXT', 'THIRD-PARTY-NOTICES.TXT'].filter((file) => existsSync(join(folder, file)))
    .map((file) => `.NET runtime, ${file}\n\n${readFileSync(join(folder, file), 'utf8').trim()}`);
}

const byVersion = (a, b) => a.localeCompare(b, 'en', { numeric: true });

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const bsd2 = `Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following
   disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
   disclaimer in the documentation and/or other materials provided with the distribution.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY,
WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF
THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`;

const texts = { MIT: mit, 'BSD-2-Clause': bsd2 };
