/** How the MCP server is started: with the judge that is set, but with no model where the workspace is not trusted. */
export const mcpArguments = (judge: string, trusted: boolean): string[] =>
  trusted && judge !== '' && judge !== 'off' ? ['mcp', '--model', judge] : ['mcp'];
