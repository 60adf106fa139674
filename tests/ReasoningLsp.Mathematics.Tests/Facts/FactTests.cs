using ReasoningLsp.Mathematics.Facts;
using ReasoningLsp.Mathematics.Notation;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Facts;

public class FactTests
{
    [Theory]
    [InlineData("51 is prime.", "51 = 3 · 17")]
    [InlineData("1 is a prime number.", "a prime is greater than 1")]
    [InlineData("$12$ is divisible by $5$.", "12 = 5 · 2 + 2")]
    [InlineData("12 is divisible by 3, 4 and 5.", "12 = 5 · 2 + 2")]
    [InlineData("12 is not divisible by 3 and 4.", "12 = 4 · 3")]
    [InlineData("53 is not prime.", "53 has no divisors but 1 and itself")]
    [InlineData("18 is a perfect square.", "18 lies between 4² and 5²")]
    [InlineData("27 is not a perfect cube.", "27 = 3³")]
    [InlineData("5 is greater than 7.", "5 < 7")]
    [InlineData("5 is less than 5.", "5 = 5")]
    [InlineData("The sum of 17 and 26 is 33.", "it is 43")]
    [InlineData("25% of 80 is 25.", "it is 20")]
    [InlineData("100 divided by 8 is 12.4.", "it is 12.5")]
    [InlineData("The square root of 144 is 13.", "13² = 169")]
    [InlineData("The gcd of 12, 18 and 27 is 6.", "it is 3")]
    [InlineData("The divisors of 12 are 1, 2, 3, 4, 5, 6 and 12.", "they are 1, 2, 3, 4, 6, 12")]
    [InlineData("12和18的最大公因数是4。", "it is 6")]
    [InlineData("15 ist nicht durch 5 teilbar.", "15 = 5 · 3")]
    [InlineData(@"\(\frac{20}{19}\) is a fraction less than 1.", "20/19 > 1")]
    [InlineData(@"We see that $2$ is less than $\frac{3}{2}$.", "2 > 3/2")]
    [InlineData("Since 209 is a prime number itself, we stop.", "209 = 11 · 19")]
    [InlineData("209 is a prime number itself (it has no divisors).", "209 = 11 · 19")]
    [InlineData(@"\(2^3 = 8 \nmid 2^8 \quad \text{(true)}\)", "256 = 8 · 32")]
    [InlineData(@"So $2^{10}$ is less than $1000$.", "1024 > 1000")]
    [InlineData("2011 is a square of an integer.", "2011 lies between 44² and 45²")]
    [InlineData("20 · 19 = 380 is an integer greater than 2019.", "380 < 2019")]
    [InlineData("12 and 18 have no common factors.", "both are divisible by 6")]
    [InlineData("2/3 of 60 is 30.", "it is 40")]
    [InlineData("A third of 60 is 30.", "it is 20")]
    [InlineData("Two thirds of 60 is 30.", "it is 40")]
    [InlineData("One fourth of 100 is 20.", "it is 25")]
    [InlineData("So three quarters of 80 is 64.", "it is 60")]
    [InlineData("15 is 30% of 60.", "it is 25%")]
    [InlineData("The average of 4, 6 and 11 is 8.", "it is 7")]
    [InlineData("The mean of 2, 4, and 9 is 6.", "it is 5")]
    [InlineData("The median of 3, 9, 4 is 9.", "it is 4")]
    [InlineData("The median of 3, 9, 4 and 6 is 6.", "it is 5")]
    [InlineData("The range of 3, 9, 4 is 5.", "it is 6")]
    [InlineData("The sum of 4, 6 and 11 is 22.", "it is 21")]
    [InlineData("The product of 2, 3 and 7 is 40.", "it is 42")]
    [InlineData("Der Mittelwert von 4, 6 und 11 ist 8.", "it is 7")]
    [InlineData("Ein Drittel von 60 sind 30.", "it is 20")]
    [InlineData("La moyenne de 4, 6 et 11 est 8.", "it is 7")]
    [InlineData("El promedio de 4, 6 y 11 es 8.", "it is 7")]
    [InlineData("4、6、11的平均数是8。", "it is 7")]
    [InlineData("60的2/3是30。", "it is 40")]
    [InlineData("The largest prime factor of 84 is 3.", "it is 7")]
    [InlineData("So the smallest prime divisor of $91$ is $13$.", "it is 7")]
    [InlineData("The smallest 3-digit number divisible by 33 is 102.", "102 = 33 · 3 + 3")]
    [InlineData("The largest two-digit multiple of 7 is 97.", "97 = 7 · 13 + 6")]
    [InlineData("The smallest multiple of 7 greater than 100 is 98.", "98 < 100")]
    [InlineData("The largest multiple of 7 less than 100 is 99.", "99 = 7 · 14 + 1")]
    [InlineData("There are 39 positive integers less than 100 that are relatively prime to 10.", "it is 40")]
    [InlineData("Der größte Primfaktor von 84 ist 3.", "it is 7")]
    [InlineData("84的最大质因数是3。", "it is 7")]
    [InlineData("El menor múltiplo de 7 mayor que 100 es 106.", "106 = 7 · 15 + 1")]
    public void A_false_fact_is_refuted_with_its_reason(string text, string reason) => Assert.Equal(reason, Refuted(text));

    [Theory]
    [InlineData("The largest prime factor of 84 is 7.")]
    [InlineData("Among the even numbers, the smallest three-digit multiple of 7 is 112.")]
    [InlineData("The smallest multiple of 7 greater than 100 is 15 · 7 = 105.")]
    [InlineData("The largest multiple of 7 less than 100 is 98.")]
    [InlineData("There are 40 positive integers less than 100 that are relatively prime to 10.")]
    [InlineData("53 is prime.")]
    [InlineData("The average of 4, 6 and 12 is 7.3.")]
    [InlineData("The average of 4, 6 and 12 is 7.")]
    [InlineData("The average of 4, 6 and 12 apples is 9.")]
    [InlineData("The mean of 3 and 5 numbers is 7.")]
    [InlineData("1 2/3 of 60 is 100.")]
    [InlineData("8 is 33% of 24.")]
    [InlineData("8 is 33.3% of 24.")]
    [InlineData("2/3 of 60 is 40.")]
    [InlineData("x2/3 of 60 is 30.")]
    [InlineData("The sum of 4, 6 and 11 is 21.")]
    [InlineData("The sum of 1, 2, ..., 10 is 55.")]
    [InlineData("The sum of 1, 3, 5, … and 99 is 2500.")]
    [InlineData("The product of 2, x and 7 is 40.")]
    [InlineData("The median of 3, 9, 4 and 6 is 5.")]
    [InlineData("12 is not divisible by 3 and 5.")]
    [InlineData("100 divided by 7 is 14.")]
    [InlineData("100 divided by 7 is 14.28.")]
    [InlineData("The factors of 12 are 3 and 4.")]
    [InlineData("The divisors of 12 are 2, 3, 4 and 6.")]
    [InlineData("The difference of 3 and 5 is -2.")]
    [InlineData("lcm(4, 9) is even.")]
    [InlineData(@"\(\frac{19}{20}\) is a fraction less than 1.")]
    [InlineData(@"$x\frac{20}{19}$ is less than 1.")]
    [InlineData(@"$3 + \frac{20}{19}$ is less than 1.")]
    [InlineData("12 and 35 have no common factors.")]
    [InlineData("211 is a prime number itself.")]
    [InlineData(@"\(2^3 = 8 \nmid 3^4\)")]
    [InlineData(@"$3 \mid 9$")]
    [InlineData(@"$P(3 \mid 5)$ is small.")]
    [InlineData(@"$x^{10}$ is less than $5$, and $3x^2$ is less than $2$.")]
    [InlineData(@"So $2^{2^3}$ is less than $7$.")]
    [InlineData("12 is divisible by 5 (mod 7).")]
    [InlineData("2025 is the square of an integer.")]
    [InlineData("2 + 3 is even.")]
    [InlineData("The sum of x and 11 is even.")]
    [InlineData("Twice the sum of 3 and 5 is 16.")]
    [InlineData("13 is a prime factor of 26.")]
    [InlineData("5 is less than 7 times 3.")]
    [InlineData("12 is divisible by 5 or 3.")]
    [InlineData("12 is divisible by 5x.")]
    [InlineData("99999999999999 is prime.")]
    public void A_true_fact_and_half_a_clause_are_left_alone(string text) => Assert.Null(Refuted(text));

    [Theory]
    [InlineData("Since 17 is prime, we stop.", "it has no divisors but 1 and itself")]
    [InlineData("51 is not a prime number.", "51 = 3 · 17")]
    [InlineData("12 is a multiple of 3.", "12 = 3 · 4")]
    [InlineData("12 is divisible by 3 and 4.", "12 = 3 · 4, 12 = 4 · 3")]
    [InlineData("13 is odd.", "13 = 2 · 6 + 1")]
    [InlineData("16 is a perfect square.", "16 = 4²")]
    [InlineData("7 is between 9 and 5.", "5 < 7 < 9")]
    [InlineData("25% of 80 is 20.", "25/100 · 80 = 20")]
    [InlineData("The difference of 17 and 26 is 9.", "26 - 17 = 9")]
    [InlineData("The square root of 144 is 12.", "12² = 144")]
    [InlineData("The gcd of 12 and 18 is 6.", "12 = 2 · 2 · 3, 18 = 2 · 3 · 3")]
    [InlineData("The divisors of 12 are 1, 2, 3, 4, 6 and 12.", "there are no others")]
    [InlineData("The sum of the angles in a triangle is 180 degrees.", "180° in every triangle")]
    [InlineData(@"The sum of the interior angles of a quadrilateral is $360^\circ$.", "two triangles, 2 · 180° = 360°")]
    [InlineData("Die Winkelsumme im Dreieck beträgt 180°.", "180° in every triangle")]
    public void A_true_fact_is_proven_with_its_calculation(string text, string reason) => Assert.Equal(reason, Proven(text));

    [Theory]
    [InlineData("51 is prime.")]
    [InlineData("12 is divisible by 3, 4 and 5.")]
    [InlineData("12 is not divisible by 3 and 5.")]
    [InlineData("100 divided by 7 is 14.28.")]
    [InlineData("The square root of 2 is 1.414.")]
    [InlineData("The factors of 12 are 3 and 4.")]
    [InlineData("5 is between 5 and 9.")]
    [InlineData("99999999999999 is prime.")]
    [InlineData("The sum of the angles in a triangle is 540°.")]
    [InlineData("The sum of the angles in a triangle is 180 radians.")]
    public void What_is_false_rounded_or_left_out_proves_nothing(string text) => Assert.Null(Proven(text));

    [Fact]
    public void Every_template_of_every_language_is_found_where_its_places_hold_numbers()
    {
        string[] numbers = ["12", "3", "7"];
        foreach (var template in FactLanguage.Templates)
        {
            var text = string.Concat(template.Pieces.Select(piece => piece switch
            {
                "{a}" => numbers[0],
                "{b}" => numbers[1],
                "{c}" => numbers[2],
                "{d}" => "9",
                FactTemplate.List => "4, 5",
                _ => piece,
            }));
            Assert.True(FactReader.Read(text, Tokens(text)).Any(fact => fact.Kind == template.Kind), text);
        }
    }

    [Fact]
    public void Divisors_and_primes_agree_with_trying_every_number()
    {
        for (var number = 1; number < 500; number++)
        {
            var divisors = Enumerable.Range(1, number).Where(divisor => number % divisor == 0).Select(divisor => (long)divisor).ToList();
            Assert.Equal(divisors, Divisibility.Divisors(number));
            Assert.Equal(number, Divisibility.PrimeFactors(number).Aggregate(1L, (product, prime) => product * prime));
            Assert.Equal(divisors.Any(divisor => divisor * divisor == number), Divisibility.IsPower(number, 2));
        }
    }

    private static System.Collections.Immutable.ImmutableArray<Token> Tokens(string text) =>
        Lexer.Lex(text, [new NotationRegion(0, text.Length, NotationMode.Prose)], LexerOptions.Default).Tokens;

    private static string? Proven(string text) =>
        FactReader.Read(text, Tokens(text)).Select(FactJudge.Prove).FirstOrDefault(proof => proof is not null);

    private static string? Refuted(string text) =>
        FactReader.Read(text, Tokens(text)).Select(FactJudge.Refute).FirstOrDefault(verdict => verdict is not null)?.Reason;
}
