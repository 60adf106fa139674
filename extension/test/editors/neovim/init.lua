-- Runs inside Neovim 0.7 or later, which has no plugin: attaches the server and does what a person does. Prints JSON.
local seen = {}

local function finish(code)
  io.stdout:write(vim.fn.json_encode(seen), "\n")
  vim.cmd(code == 0 and "qa!" or "cq")
end

local function wait(what, condition)
  assert(vim.wait(60000, condition, 20), "Never came: " .. what)
end

local function first(findings, rule)
  for _, finding in ipairs(findings) do
    local lsp = finding.user_data and finding.user_data.lsp or {}
    if (finding.code or lsp.code) == rule then return finding end
  end
end

local function run()
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({ name = "reasoning", cmd = { vim.env.REASONING_LSP, "serve" }, root_dir = vim.fn.getcwd() })
  vim.lsp.buf_attach_client(buffer, id)

  wait("diagnostics", function() return first(vim.diagnostic.get(buffer), "RR101") ~= nil end)
  local finding = first(vim.diagnostic.get(buffer), "RR101")
  seen.finding = { line = finding.lnum + 1, message = finding.message, source = finding.source }

  local document = { uri = vim.uri_from_bufnr(buffer) }
  local function ask(method, parameters)
    local answers = vim.lsp.buf_request_sync(buffer, method, vim.tbl_extend("force", { textDocument = document }, parameters), 60000)
    return answers[id].result
  end
  seen.hover = ask("textDocument/hover", { position = { line = finding.lnum, character = finding.col } }).contents.value
  seen.lens = ask("textDocument/codeLens", {})[1].command.title

  -- As by :lua vim.lsp.buf.code_action(), with the choice made here.
  vim.ui.select = function(items, _, choose)
    for at, item in ipairs(items) do
      local action = item[2] or item.action or item
      if action.title == vim.env.REASONING_ACTION then return choose(item, at) end
    end
    seen.offered = vim.tbl_map(function(item) return (item[2] or item.action or item).title end, items)
  end
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  vim.lsp.buf.code_action()
  wait("the fix", function() return first(vim.diagnostic.get(buffer), "RR101") == nil end)
  vim.cmd("write")

  vim.lsp.stop_client(id)
  wait("the end of the server", function() return vim.lsp.get_client_by_id(id) == nil end)
  seen.version = vim.version().major .. "." .. vim.version().minor .. "." .. vim.version().patch
end

vim.api.nvim_create_autocmd("VimEnter", {
  callback = function()
    vim.schedule(function()
      local ok, problem = pcall(run)
      if not ok then seen.problem = tostring(problem) end
      finish(ok and 0 or 1)
    end)
  end,
})
