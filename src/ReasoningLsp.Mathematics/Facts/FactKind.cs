namespace ReasoningLsp.Mathematics.Facts;

/// <summary>What a sentence says of numbers. The templates of a kind stand under its name in the <c>facts</c> of a language.</summary>
public enum FactKind
{
    /// <summary>"12 is divisible by 3 and 4".</summary>
    Divisible,

    /// <summary>"12 is not divisible by 5".</summary>
    NotDivisible,

    /// <summary>"3 is a factor of 12".</summary>
    Divides,

    /// <summary>"5 does not divide 12".</summary>
    NotDivides,

    /// <summary>"13 is prime".</summary>
    Prime,

    /// <summary>"51 is not prime".</summary>
    NotPrime,

    /// <summary>"12 is even".</summary>
    Even,

    /// <summary>"13 is odd".</summary>
    Odd,

    /// <summary>"16 is a perfect square".</summary>
    Square,

    /// <summary>"18 is not a perfect square".</summary>
    NotSquare,

    /// <summary>"27 is a perfect cube".</summary>
    Cube,

    /// <summary>"27 is not a perfect cube".</summary>
    NotCube,

    /// <summary>"7 is greater than 5".</summary>
    Greater,

    /// <summary>"5 is less than 7".</summary>
    Less,

    /// <summary>"7 is between 5 and 9".</summary>
    Between,

    /// <summary>"12 and 35 are coprime".</summary>
    Coprime,

    /// <summary>"the sum of 17 and 26 is 43".</summary>
    Sum,

    /// <summary>"the difference of 17 and 26 is 9", either way round.</summary>
    Difference,

    /// <summary>"the product of 3 and 4 is 12".</summary>
    Product,

    /// <summary>"12 divided by 4 is 3".</summary>
    Quotient,

    /// <summary>"25% of 80 is 20".</summary>
    Percent,

    /// <summary>"half of 16 is 8".</summary>
    Half,

    /// <summary>"a third of 18 is 6".</summary>
    Third,

    /// <summary>"two thirds of 18 is 12".</summary>
    TwoThirds,

    /// <summary>"a quarter of 16 is 4".</summary>
    Quarter,

    /// <summary>"three quarters of 16 is 12".</summary>
    ThreeQuarters,

    /// <summary>"2/3 of 18 is 12".</summary>
    Part,

    /// <summary>"20 is 25% of 80".</summary>
    Share,

    /// <summary>"the mean of 4, 6 and 11 is 7".</summary>
    Mean,

    /// <summary>"the median of 3, 9 and 4 is 4".</summary>
    Median,

    /// <summary>"the range of 3, 9 and 4 is 6".</summary>
    Range,

    /// <summary>"the sum of 4, 6 and 11 is 21", of three numbers and more.</summary>
    ListSum,

    /// <summary>"the product of 2, 3 and 7 is 42", of three numbers and more.</summary>
    ListProduct,

    /// <summary>"twice 8 is 16".</summary>
    Twice,

    /// <summary>"the square of 7 is 49".</summary>
    SquareOf,

    /// <summary>"the cube of 3 is 27".</summary>
    CubeOf,

    /// <summary>"the square root of 49 is 7".</summary>
    RootOf,

    /// <summary>"the greatest common divisor of 12 and 18 is 6".</summary>
    GreatestDivisor,

    /// <summary>"the least common multiple of 4 and 6 is 12".</summary>
    LeastMultiple,

    /// <summary>"12 has 6 divisors".</summary>
    DivisorCount,

    /// <summary>"the divisors of 12 are 1, 2, 3, 4, 6 and 12".</summary>
    Divisors,

    /// <summary>"the prime factors of 60 are 2, 3 and 5".</summary>
    PrimeFactors,

    /// <summary>"the sum of the digits of 123 is 6".</summary>
    DigitSum,

    /// <summary>"123 has 3 digits".</summary>
    DigitCount,

    /// <summary>"the last digit of 123 is 3".</summary>
    LastDigit,

    /// <summary>The greatest prime that divides a is b.</summary>
    GreatestPrimeFactor,

    /// <summary>The least prime that divides a is b.</summary>
    LeastPrimeFactor,

    /// <summary>The least or greatest multiple of a with so many digits is b.</summary>
    MultipleOfLength,

    /// <summary>The least multiple of a above c is b.</summary>
    MultipleAbove,

    /// <summary>The greatest multiple of a below c is b.</summary>
    MultipleBelow,

    /// <summary>There are a numbers from 1 on below b that have no factor in common with c.</summary>
    CoprimeCount,

    /// <summary>"the sum of the angles in a triangle is 180°"; only ever proven, for there are other surfaces than the plane.</summary>
    TriangleAngles,

    /// <summary>"the sum of the angles in a quadrilateral is 360°".</summary>
    QuadrilateralAngles,

    /// <summary>"4, 8 and 16 are powers of 2".</summary>
    PowersOf,

    /// <summary>"6 is not a power of 2".</summary>
    NotPowerOf,

    /// <summary>"17 divided by 5 leaves a remainder of 2".</summary>
    Remainder,

    /// <summary>"the inverse of 3 modulo 7 is 5".</summary>
    Inverse,

    /// <summary>"the primes less than 10 are 2, 3, 5 and 7".</summary>
    PrimesBelow,

    /// <summary>"the primes between 10 and 20 are 11, 13, 17 and 19", with or without the ends.</summary>
    PrimesBetween,

    /// <summary>"the perfect squares between 10 and 40 are 16, 25 and 36", with or without the ends.</summary>
    SquaresBetween,

    /// <summary>"3, 5 and 7 are primes".</summary>
    Primes,

    /// <summary>"the sum of the positive divisors of 6 is 12".</summary>
    DivisorSum,
}
