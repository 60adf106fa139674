// npm run gpu:check [-- cuda12|cuda|vulkan] [-- --registry ADDRESS]: on a machine with a GPU, whether the engine computes on it, whether it
// computes the same scores as on the processor, and how much faster. Installs the build for it where it is missing.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { programNatives } from './lib/natives.mjs';
import { capture } from './lib/processes.mjs';
import { ensureProgram } from './lib/program.mjs';
import { inRoot, program } from './lib/repository.mjs';
import { checkRequirements } from './lib/requirements.mjs';

const largestDifference = 0.05;
const args = process.argv.slice(2);
const registry = args.includes('--registry') ? ['--registry', args[args.indexOf('--registry') + 1]] : [];
const nvidia = existsSync('/dev/nvidia0');
const dri = existsSync('/dev/dri') && readdirSync('/dev/dri').some((name) => name.startsWith('renderD'));
const asked = args.find((arg) => ['cuda12', 'cuda', 'vulkan'].includes(arg));
const backend = asked ?? (nvidia ? 'cuda12' : 'vulkan');

/** Ends with a reason: 3 is "there is no GPU here", 1 is "there is one, and something is wrong". */
function end(code, message) {
  console.error(message);
  process.exit(code);
}

if (process.platform !== 'linux') end(3, 'The GPU check runs on Linux; on macOS the engine uses Metal by itself.');
if (!nvidia && !dri) end(3, 'There is no GPU on this machine: neither /dev/nvidia0 nor /dev/dri/renderD* exists. Nothing was checked.');

await checkRequirements();
const problem = await ensureProgram((line) => console.error(line));
if (problem !== null) end(1, problem);
const built = await capture('dotnet', ['build', 'tests/ReasoningLsp.Benchmarks/ReasoningLsp.Benchmarks.csproj', '-c', 'Release', '-v', 'quiet', '-nologo']);
if (built.code !== 0) end(1, built.output);

const config = process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
const release = backend === 'cuda12'
  ? /"LLamaSharp" Version="([^"]+)"/.exec(readFileSync(inRoot('Directory.Packages.props'), 'utf8'))[1]
  : JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).optionalDependencies['@node-llama-cpp/linux-x64'];
const gpu = join(config, 'reasoning-review', 'engines', `${backend}-${release}`);
if (!existsSync(gpu)) {
  console.error(`Installing ${backend}…`);
  const installed = await capture(program, ['models', 'engine', 'install', backend, ...registry]);
  if (installed.code !== 0) end(1, installed.output);
}

async function report(natives) {
  const { code, output } = await capture('dotnet', [inRoot('tests/ReasoningLsp.Benchmarks/bin/Release/net10.0/ReasoningLsp.Benchmarks.dll'), 'device', natives], {
    // Of an NVIDIA GPU without a display Vulkan's own files do not say where the driver is.
    env: { VK_DRIVER_FILES: ['/usr/share/vulkan/icd.d/nvidia_icd.json', '/etc/vulkan/icd.d/nvidia_icd.json', '/usr/local/nvidia/share/vulkan/icd.d/nvidia_icd.json'].find(existsSync), ...process.env },
  });
  if (code !== 0) end(1, `With ${natives} the engine ended with ${code}:\n${output.trim().split('\n').slice(-20).join('\n')}`);
  return JSON.parse(output.trim().split('\n').at(-1));
}

const onGpu = await report(gpu);
if (!onGpu.devices.some((device) => !device.startsWith('CPU')))
  end(nvidia ? 1 : 3, `The ${backend} build is installed and llama.cpp finds no GPU with it (${onGpu.devices.join('; ')}). Its driver or libraries are missing: \`reasoning-lsp models engine\` says what it needs.`);
const onCpu = await report(programNatives());
const differences = onGpu.scores.map((score, at) => Math.abs(score - onCpu.scores[at]));
const largest = Math.max(...differences);
const speed = (each) => `prompt of ${each.promptTokens} tokens ${each.promptMs.toFixed(0)} ms (${(each.promptTokens / each.promptMs * 1000).toFixed(0)} tokens/s), suffix of ${each.suffixTokens} tokens ${each.suffixMs.toFixed(1)} ms`;
console.log([
  `devices  ${onGpu.devices.join('; ')}`,
  `parity   ${onGpu.scores.length} scores, largest difference ${largest.toFixed(4)}, mean ${(differences.reduce((sum, each) => sum + each, 0) / differences.length).toFixed(4)} (at most ${largestDifference} is right for weights of 4 bits)`,
  `GPU      ${speed(onGpu)}`,
  `CPU      ${speed(onCpu)}`,
].join('\n'));
if (!(largest <= largestDifference) || onGpu.scores.length !== onCpu.scores.length) end(1, 'The GPU does not compute the same scores.');
