using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Languages;

/// <summary>Words of everyday that are also words of mathematics keep no error silent.</summary>
public sealed class EverydayWordTests
{
    private readonly Reviewer _reviewer = new(ReviewOptions.Default);

    [Theory]
    [InlineData("es", "El precio base es de 20. El triángulo tiene una base.", "Entonces 2 * 2000 = 4001.")]
    [InlineData("fr", "La base du triangle mesure 12.", "Donc 12 * 5 = 61.")]
    [InlineData("it", "La base del triangolo è lunga 12.", "Quindi 12 * 5 = 61.")]
    [InlineData("pt", "A base do triângulo mede 12.", "Logo 12 * 5 = 61.")]
    [InlineData("de", "Die Basis des Dreiecks ist 12 lang.", "Also 12 * 5 = 61.")]
    [InlineData("ru", "Основание треугольника равно 12.", "Тогда 12 * 5 = 61.")]
    [InlineData("uk", "Основа трикутника дорівнює 12.", "Тоді 12 * 5 = 61.")]
    [InlineData("tr", "Üçgenin tabanı 12 birimdir.", "Buna göre 12 * 5 = 61.")]
    [InlineData("pl", "Kąty przy podstawie trójkąta są równe.", "Zatem 12 * 5 = 61.")]
    [InlineData("hi", "त्रिभुज का आधार और ऊँचाई दी गई है।", "अतः 12 * 5 = 61")]
    [InlineData("de", "Der Kredit wird abbezahlt.", "Die Rate beträgt 1200 / 3 = 410.")]
    public void What_is_false_beside_them_is_told(string language, string problem, string step) =>
        Assert.Equal(["RR101"], Rules(language, problem, step));

    [Theory]
    [InlineData("es", "Suma 101 y 11 en base 2.", "Tenemos 101 + 11 = 1000.")]
    [InlineData("fr", "Calcule 101 + 11 en base deux.", "Donc 101 + 11 = 1000.")]
    [InlineData("it", "Calcola 101 + 11 in base 2.", "Quindi 101 + 11 = 1000.")]
    [InlineData("pt", "Calcule 101 + 11 na base 2.", "Logo 101 + 11 = 1000.")]
    [InlineData("de", "Berechne 101 + 11 zur Basis 2.", "Also 101 + 11 = 1000.")]
    [InlineData("ru", "Сложите 101 и 11 в системе счисления с основанием 2.", "Тогда 101 + 11 = 1000.")]
    [InlineData("uk", "Додайте 101 і 11 у системі числення з основою 2.", "Тоді 101 + 11 = 1000.")]
    [InlineData("tr", "2 tabanında 101 ve 11 toplamı nedir?", "Buna göre 101 + 11 = 1000.")]
    [InlineData("pl", "Oblicz 101 + 11 w systemie o podstawie 2.", "Zatem 101 + 11 = 1000.")]
    [InlineData("hi", "आधार 2 में 101 और 11 जोड़िए।", "अतः 101 + 11 = 1000")]
    [InlineData("de", "Wie groß ist die Zahl?", "Ich rate: 1200 / 3 = 410.")]
    public void What_they_excuse_stays_silent(string language, string problem, string step) =>
        Assert.Empty(Rules(language, problem, step));

    [Theory]
    [InlineData("100 x .25 = 25", true)]
    [InlineData("100 x .25 = 26", false)]
    [InlineData("2 + 3 x .5 = 3.5", true)]
    public void A_number_that_begins_with_its_point_is_multiplied_by(string calculation, bool isRight)
    {
        var review = _reviewer.Review(Trace("en", "p", $"So it is {calculation}."), TestContext.Current.CancellationToken);
        Assert.Equal(isRight, !review.Findings.Any(finding => finding.Flags && finding.Rule.Id == "RR101"));
        Assert.Equal(1, review.Decided);
    }

    [Theory]
    [InlineData("7 / 2 = 3 with 2 left over", "RR106")]
    [InlineData("٧ / ٢ = ٣ with ٢ left over", "RR106")]
    [InlineData("٧ / ٢ = ٣ with ١ left over", null)]
    public void A_remainder_is_read_in_every_digit(string calculation, string? rule) =>
        Assert.Equal(rule is null ? [] : [rule], Rules("ar", "p", $"So it is {calculation}."));

    private string[] Rules(string language, string problem, string step) =>
        [.. _reviewer.Review(Trace(language, problem, step), TestContext.Current.CancellationToken).Findings
            .Where(finding => finding.Flags).Select(finding => finding.Rule.Id)];

    private static Trace Trace(string language, string problem, string step) => Assert.Single(TraceReader.Read(
        $"---\nlanguage: {language}\n---\nProblem: {problem}\n\nSolution:\n\nStep 1: {step}\n\nAnswer: 5\n", TraceFormat.Markdown).Traces);
}
