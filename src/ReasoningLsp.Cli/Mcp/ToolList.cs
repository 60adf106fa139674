using System.Text.Json;
using ModelContextProtocol.Server;
using ReasoningLsp.Cli.Hosting;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>The tools that agents call, by name.</summary>
internal static class ToolList
{
    /// <summary>All of them.</summary>
    /// <param name="host">What the program touches.</param>
    /// <param name="models">What the tools may ask.</param>
    public static McpServerPrimitiveCollection<McpServerTool> Of(ProgramHost host, AgentModels models)
    {
        var texts = new AgentTexts(host);
        var review = new ReviewTool(host, texts, models);
        return
        [
            Tool(review.TextAsync, "review_text", "Review a solution", ToolSchemas.Review),
            Tool(review.FileAsync, "review_file", "Review a file", ToolSchemas.Review),
            Tool(new CheckStepTool(texts).RunAsync, "check_step", "Check one step", ToolSchemas.Step),
            Tool(new ApplyChecklistTool(texts, models).RunAsync, "apply_checklist", "Apply a checklist", ToolSchemas.Checklist),
            Tool(new SuggestCorrectionTool(texts, models).RunAsync, "suggest_correction", "Suggest corrections", ToolSchemas.Correction),
            Tool(new RefineTool(texts, models).RunAsync, "refine", "Refine a solution", ToolSchemas.Refinement),
        ];
    }

    private static CheckedTool Tool(Delegate method, string name, string title, JsonElement output) =>
        new(McpServerTool.Create(method, new McpServerToolCreateOptions
        {
            Name = name,
            Title = title,
            ReadOnly = true,
            Destructive = false,
            Idempotent = true,
            OpenWorld = false,
            UseStructuredContent = true,
            OutputSchema = output,
        }));
}
