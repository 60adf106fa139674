using System.Text.Json;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>What the tools answer, as JSON schemas.</summary>
internal static class ToolSchemas
{
    /// <summary>Of review_text and review_file: what `review --format jsonl` prints, a trace each.</summary>
    public static JsonElement Review { get; } = Parse("""
        {
          "type":"object",
          "required":["traces"],
          "properties":{
            "traces":{
              "type":"array",
              "items":{
                "type":"object",
                "required":["trace","steps","checked","firstErrorStep","findings"],
                "properties":{
                  "trace":{"type":"integer"},
                  "steps":{"type":"integer"},
                  "checked":{"type":"integer"},
                  "firstErrorStep":{"type":"integer"},
                  "findings":{"type":"array","items":{"type":"object","required":["rule","severity","message","range"]}},
                  "checklist":{"type":"array","items":{"type":"object","required":["item","verdict","by"]}}
                }
              }
            }
          }
        }
        """);

    /// <summary>Of check_step.</summary>
    public static JsonElement Step { get; } = Parse("""
        {
          "type":"object",
          "required":["state","relations","findings"],
          "properties":{
            "state":{"enum":["checked","flagged","nothing checkable"]},
            "relations":{"type":"array","items":{"type":"object","required":["verdict","text"]}},
            "findings":{"type":"array","items":{"type":"object","required":["rule","severity","message"]}}
          }
        }
        """);

    /// <summary>Of apply_checklist.</summary>
    public static JsonElement Checklist { get; } = Parse("""
        {
          "type":"object",
          "required":["traces"],
          "properties":{
            "traces":{
              "type":"array",
              "items":{
                "type":"object",
                "required":["trace","checklist","verdicts"],
                "properties":{
                  "passRate":{"type":["number","null"]},
                  "verdicts":{
                    "type":"array",
                    "items":{
                      "type":"object",
                      "required":["item","verdict","by"],
                      "properties":{"verdict":{"enum":["yes","no","n/a","unsure"]},"pYes":{"type":["number","null"]}}
                    }
                  }
                }
              }
            }
          }
        }
        """);

    /// <summary>Of suggest_correction.</summary>
    public static JsonElement Correction { get; } = Parse("""
        {
          "type":"object",
          "required":["corrections"],
          "properties":{
            "corrections":{
              "type":"array",
              "items":{
                "type":"object",
                "required":["source","title","verified","proof","steps","text","edits"],
                "properties":{
                  "source":{"enum":["propagate","exact","generated"]},
                  "verified":{"type":"boolean"},
                  "steps":{"type":"array","items":{"type":"integer"}}
                }
              }
            }
          }
        }
        """);

    /// <summary>Of refine.</summary>
    public static JsonElement Refinement { get; } = Parse("""
        {
          "type":"object",
          "required":["file","trace","reason","flaggedBefore","flaggedAfter","rounds","edits","steps"],
          "properties":{
            "reason":{"type":"string"},
            "flaggedBefore":{"type":"integer"},
            "flaggedAfter":{"type":"integer"},
            "rounds":{
              "type":"array",
              "items":{
                "type":"object",
                "required":["round","kept","applied","notApplied","losses"],
                "properties":{
                  "kept":{"type":"boolean"},
                  "applied":{
                    "type":"array","items":{"type":"object","required":["source","title","steps","text","verified","proof","conditions"]}
                  },
                  "notApplied":{
                    "type":"array","items":{"type":"object","required":["source","title","steps","text","verified","proof","conditions"]}
                  }
                }
              }
            },
            "edits":{"type":"array","items":{"type":"object","required":["range","newText"]}},
            "steps":{"type":"array","items":{"type":"string"}}
          }
        }
        """);

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
