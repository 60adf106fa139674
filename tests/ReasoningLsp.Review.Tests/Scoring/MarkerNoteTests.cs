using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scoring;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring;

public sealed class MarkerNoteTests
{
    [Theory]
    [InlineData("math-shepherd", "The word ки stands here.", true)]
    [InlineData("math-shepherd", "Яблоки стоят 3.", false)]
    [InlineData("qwen2.5-math-prm", "2 + 2 = 4<extra_0>", true)]
    [InlineData("qwen2.5-math-prm", "2 + 2 = 4", false)]
    [InlineData("versaprm", "one\n\n\n\ntwo", false)]
    [InlineData("rlhflow-llama3.1", "1 + 1", false)]
    public void A_models_own_mark_in_a_text_is_told(string profile, string step, bool isTold)
    {
        Assert.Equal(isTold, MarkerNote.Of(ProfileCatalog.Find(profile)!, "p", [step]) is not null);
        Assert.Equal(isTold, MarkerNote.Of(ProfileCatalog.Find(profile)!, step, ["s"]) is not null);
    }
}
