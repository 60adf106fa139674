using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;
using Xunit;

namespace ReasoningLsp.Review.Tests.Models;

public sealed class KnownModelsTests
{
    [Fact]
    public void A_published_model_is_read_by_a_profile_that_there_is() =>
        Assert.All(KnownModels.All, model => Assert.NotNull(ProfileCatalog.Find(model.Profile)));

    [Fact]
    public void A_published_model_is_found_by_its_name_in_any_case() =>
        Assert.All(KnownModels.All, model => Assert.Same(model, KnownModels.Find(model.Name.ToUpperInvariant())));
}
