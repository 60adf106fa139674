using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Editors;

public sealed class NeovimTests
{
    [Fact]
    public async Task Neovim_shows_a_finding_and_applies_its_fix()
    {
        using var folder = new TestFolder();
        folder.Write("a.solution.md", Solutions.Sums);
        folder.Write("init.lua", EditorRun.Setup("neovim-0.7") + """
            local function wait(what, done)
              if not vim.wait(60000, done, 20) then print('never: ' .. what); vim.cmd('cq') end
            end
            vim.api.nvim_create_autocmd('VimEnter', { callback = function() vim.schedule(function()
              local ok, problem = pcall(function()
                wait('the finding', function() return #vim.diagnostic.get(0) == 1 end)
                local found = vim.diagnostic.get(0)[1]
                print('found ' .. found.lnum .. ':' .. found.col .. ' ' .. found.message)
                local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover', { textDocument = { uri = vim.uri_from_bufnr(0) },
            """
            + """
             position = { line = 8, character = 12 } }, 60000)
                print('hover ' .. hover[reasoning_client].result.contents.value:match('[^\n]*'))
                vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
                vim.ui.select = function(items, _, choose) print('action ' .. items[1][2].title); choose(items[1], 1) end
                vim.lsp.buf.code_action()
                wait('the fix', function() return #vim.diagnostic.get(0) == 0 end)
                vim.cmd('write')
              end)
              if ok then vim.cmd('qa!') else print(problem); vim.cmd('cq') end
            end) end })

            """);
        var output = await EditorRun.RunAsync(folder, "nvim", "--headless", "--clean", "-u", folder.At("init.lua"), "-i", "NONE", "-n",
            "a.solution.md");
        Assert.Contains("found 8:24 2 + 2 = 4, the step says 5.", output, StringComparison.Ordinal);
        Assert.Contains("hover **Step 1** — wrong", output, StringComparison.Ordinal);
        Assert.Contains("action Replace 5 by 4", output, StringComparison.Ordinal);
        Assert.Equal(Solutions.Sums.Replace("= 5.", "= 4.", StringComparison.Ordinal), folder.Read("a.solution.md"));
    }
}
