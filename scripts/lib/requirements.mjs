// What must be on the machine, checked before anything else so that the message is ours and names the remedy.
import { capture } from './processes.mjs';

const dotnetRemedy = 'Install the .NET 10 SDK (https://dotnet.microsoft.com/download/dotnet/10.0) and make sure `dotnet` is on the PATH.';

/** What is wrong with this version of Node, or null. */
export function nodeProblem(version) {
  const major = Number(version.split('.')[0]);
  return major >= 20 ? null : `Node ${version} is too old: Node 20 or newer is needed. Install it from https://nodejs.org and try again.`;
}

/** What is wrong with an SDK that answers so to `dotnet --version`, or null. */
export function dotnetProblem({ code, output }) {
  const version = output.trim();
  if (code === 0 && Number(version.split('.')[0]) >= 10) return null;
  const first = version.split('\n').find((line) => line.trim()) ?? `exit code ${code}`;
  return code === 0
    ? `The .NET SDK ${version} is too old. ${dotnetRemedy}`
    : `No fitting .NET SDK was found (dotnet says: ${first.trim()}). ${dotnetRemedy}`;
}

/** Ends the process with a clear message where Node or .NET is missing or too old. */
export async function checkRequirements() {
  let problem = nodeProblem(process.versions.node);
  if (problem === null) {
    try {
      problem = dotnetProblem(await capture('dotnet', ['--version']));
    } catch {
      problem = `\`dotnet\` was not found. ${dotnetRemedy}`;
    }
  }
  if (problem === null) return;
  console.error(problem);
  process.exit(2);
}
