namespace ReasoningLsp.Mathematics.Units;

/// <summary>
/// The units, one a line: <c>name; dimension; factor, other factors; names and symbols; prefixes</c>, names in other languages
/// than English in <c>src/Languages</c>. Names marked <c>~</c> take the SI prefixes of the last field. A <c>@basis</c> behind the factor
/// marks an average; a fourth part of the factor field behind <c>+</c> is the offset. A line that is indented goes on with the one
/// before. Sizes by international definition where there is one.
/// </summary>
internal static class UnitCatalog
{
    public const string Length = """
        metre; L; 1; ~m, ~meter, ~meters, ~metre, ~metres; fpnµmcdk
        micron; L; 1/1000000; micron, microns
        ångström; L; 1/10000000000; Å, angstrom, angstroms, ångström
        inch; L; 0.0254; in, in., inch, inches
        cun; L; 1/30, 0.0254, 0.0303, 1/33;
        chi; L; 1/3, 10/33, 0.3048;
        li; L; 500, 400, 3927.27, 3927, 43200/11;
        foot; L; 0.3048; ft, ft., foot, feet
        yard; L; 0.9144; yd, yd., yds, yard, yards
        mile; L; 1609.344; mi, mi., mile, miles
        nautical mile; L; 1852; nmi, nautical mile, nautical miles
        furlong; L; 201.168; furlong, furlongs
        fathom; L; 1.8288; fathom, fathoms
        chain; L; 20.1168; chain, chains
        rod; L; 5.0292; rod, rods
        hand; L; 0.1016; hands
        league; L; 4828.032; league, leagues
        astronomical unit; L; 149597870700; au, AU, astronomical unit, astronomical units
        light-year; L; 9460730472580800; ly, light year, light years, light-year, light-years, lightyear, lightyears
        parsec; L; 30856775814913673 @parsec; pc, parsec, parsecs
        kilometre; L; 1000;
        decimetre; L; 0.1;
        metre (Cyrillic); L; 1;
        centimetre; L; 0.01;
        millimetre; L; 0.001;
        hectometre; L; 100; hm, hectometer, hectometers, hectometre, hectometres
        decametre; L; 10; dam, decameter, decameters, decametre, decametres, dekameter, dekameters
        """;

    public const string Mass = """
        gram; M; 0.001; ~g, ~gram, ~grams, ~gramme, ~grammes, gm, gms; pnµmcdkMG
        kilogram; M; 1; kilo, kilos, kgs, kg.
        milligram; M; 0.000001;
        tonne; M; 1000; t, tonne, tonnes, metric ton, metric tons
        ton; M; 907.18474, 1000, 1016.0469088; ton, tons, short ton, short tons
        long ton; M; 1016.0469088; long ton, long tons
        pound; M; 0.45359237; lb, lb., lbs, lbs., pound, pounds
        metric pound; M; 0.5, 0.45359237;
        ounce; M; 0.028349523125; oz, oz., ounce, ounces
        troy ounce; M; 0.0311034768; ozt, troy ounce, troy ounces
        stone; M; 6.35029318; st, stone, stones
        grain; M; 0.00006479891; grains
        carat; M; 0.0002; carat, carats, ct
        jin; M; 0.5, 0.6, 0.60478982, 0.4, 0.375; catty, catties
        liang; M; 0.05;
        quintal; M; 100; quintal, quintals
        """;

    public const string Time = """
        second; T; 1; ~s, ~second, ~seconds, ~sec, ~secs, sec.; fpnµm
        minute; T; 60; min, min., mins, minute, minutes
        hour; T; 3600; h, hr, hr., hrs, hrs., hour, hours
        day; T; 86400; d, day, days
        week; T; 604800; wk, wks, week, weeks
        fortnight; T; 1209600; fortnight, fortnights
        month; T; 2629746 @year; mo, mos, month, months
        quarter; T; 7889238 @year; quarter, quarters
        year; T; 31556952 @year; yr, yr., yrs, yrs., year, years
        decade; T; 315569520 @year; decade, decades
        century; T; 3155695200 @year; century, centuries
        millennium; T; 31556952000 @year; millennium, millennia
        """;

    public const string AreaAndVolume = """
        are; L2; 100; ares
        hectare; L2; 10000; ha, hectare, hectares
        acre; L2; 4046.8564224; ac, acre, acres
        mu; L2; 2000/3;
        tsubo; L2; 400/121; tsubo, pyeong
        tatami; L2; 1.62, 1.65, 1.6529, 1.53, 1.548, 1.656, 1.82, 1.824, 1.44, 1.445; tatami, tatamis
        square kilometre; L2; 1000000;
        square metre; L2; 1;
        square decimetre; L2; 0.01;
        square centimetre; L2; 0.0001;
        cubic metre; L3; 1;
        cubic decimetre; L3; 0.001;
        cubic centimetre; L3; 0.000001; cc, ccm
        litre; L3; 0.001; ~l, ~L, ~ℓ, ~liter, ~liters, ~litre, ~litres; pnµmcdk
        millilitre; L3; 0.000001;
        decilitre; L3; 0.0001;
        hectolitre; L3; 0.1; hl, hL, hectoliter, hectoliters, hectolitre, hectolitres
        gallon; L3; 0.003785411784, 0.00454609; gal, gal., gals, gallon, gallons
        quart; L3; 0.000946352946, 0.0011365225; qt, qt., qts, quart, quarts
        pint; L3; 0.000473176473, 0.00056826125; pt, pt., pts, pint, pints
        gill; L3; 0.00011829411825; gill, gills
        cup; L3; 0.0002365882365, 0.00024, 0.00025; cup, cups
        fluid ounce; L3; 0.0000295735295625, 0.0000284130625; fl oz, fl. oz., fluid ounce, fluid ounces
        ounce (fluid); L3; 0.0000295735295625, 0.0000284130625; oz, oz., ounce, ounces
        tablespoon; L3; 0.00001478676478125, 0.000015, 0.00002; tbsp, tbsp., tbsps, Tbsp, tablespoon, tablespoons
        teaspoon; L3; 0.00000492892159375, 0.000005; tsp, tsp., tsps, teaspoon, teaspoons
        barrel of oil; L3; 0.158987294928; bbl
        bushel; L3; 0.03523907016688; bushel, bushels
        peck; L3; 0.00880976754172; peck, pecks
        board foot; L3; 0.002359737216; board foot, board feet
        """;

    public const string Science = """
        kelvin; K; 1; K, kelvin, kelvins
        degree Celsius; K; 1 + 273.15; °C, ℃, ^\circ C, ^{\circ}C, ^\circC, ^{\circ} C, degree Celsius, degrees Celsius, Celsius, celsius,
            centigrade, degrees centigrade
        degree Fahrenheit; K; 5/9 + 45967/180; °F, ℉, ^\circ F, ^{\circ}F, ^\circF, ^{\circ} F, degree Fahrenheit, degrees Fahrenheit,
            Fahrenheit, fahrenheit
        degree; A; 1; °, ^\circ, ^{\circ}, \circ, \degree, deg, degree, degrees
        arcminute; A; 1/60; arcmin, arcminute, arcminutes
        arcsecond; A; 1/3600; arcsec, arcsecond, arcseconds
        radian; A; 57.295779513082320876798154814105 @radian; rad, rads, radian, radians
        gradian; A; 9/10; gon, gradian, gradians
        revolution; A; 360; rev, revs, revolution, revolutions
        knot; L T-1; 463/900; kn, knot, knots
        mile per hour; L T-1; 0.44704; mph, MPH, mi/h, mi/hr
        kilometre per hour; L T-1; 5/18; kph, kmh, km/h, kmph, KPH
        foot per second; L T-1; 0.3048; fps
        hertz; T-1; 1; ~Hz, ~hertz; mkMGTP
        revolution per minute; A T-1; 6; rpm, RPM
        newton; M L T-2; 1; ~N, ~newton, ~newtons; pnµmkMG
        pound-force; M L T-2; 4.4482216152605; lbf
        newton metre; M L2 T-2; 1; ~Nm; kM
        newton second; M L T-1; 1; ~Ns; k
        joule; M L2 T-2; 1; ~J, ~joule, ~joules; pnµmkMGTP
        calorie; M L2 T-2; 4.184, 4184, 4.1868, 4.19, 4.2; ~cal, ~calorie, ~calories; m
        kilocalorie; M L2 T-2; 4184, 4186.8, 4190, 4200; kcal, Cal, Calories, kcals, kilocalorie, kilocalories
        watt hour; M L2 T-2; 3600; ~Wh, ~watt hour, ~watt hours, ~watt-hour, ~watt-hours; kMGT
        electronvolt; M L2 T-2; 0.0000000000000000001602176634; ~eV, ~electronvolt, ~electronvolts; µmkMGTP
        British thermal unit; M L2 T-2; 1055.05585262; BTU, Btu, BTUs
        watt; M L2 T-3; 1; ~W, ~watt, ~watts; pnµmkMGTP
        horsepower; M L2 T-3; 745.69987158227022, 735.49875; hp, HP, horsepower
        pascal; M L-1 T-2; 1; ~Pa, ~pascal, ~pascals; µmhkMGT
        bar; M L-1 T-2; 100000; ~bar, ~bars; µmk
        atmosphere; M L-1 T-2; 101325; atm, atmosphere, atmospheres
        torr; M L-1 T-2; 101325/760; torr, Torr, mmHg, mm Hg
        pound per square inch; M L-1 T-2; 8896443230521/1290320000; psi, PSI
        ampere; I; 1; ~A, ~amp, ~amps, ~ampere, ~amperes; fpnµmkM
        volt; M L2 T-3 I-1; 1; ~V, ~volt, ~volts; pnµmkMG
        ohm; M L2 T-3 I-2; 1; ~Ω, ~Ω, ~ohm, ~ohms; nµmkMG
        ampere hour; T I; 3600; ~Ah, ~amp hour, ~amp hours, ~ampere hour, ~ampere hours; mk
        volt ampere; M L2 T-3; 1; ~VA; kM
        watt second; M L2 T-2; 1; ~Ws; kM
        coulomb; T I; 1; ~C, ~coulomb, ~coulombs; pnµmkM
        farad; M-1 L-2 T4 I2; 1; ~F, ~farad, ~farads; fpnµmk
        mole; N; 1; ~mol, ~mole, ~moles; fpnµmkM
        molar; N L-3; 1000; M, molar
        millimolar; N L-3; 1; mM
        micromolar; N L-3; 0.001; µM, uM
        erg; M L2 T-2; 0.0000001; erg, ergs
        dyne; M L T-2; 0.00001; dyn, dyne, dynes
        henry; M L2 T-2 I-2; 1; ~H, ~henry, ~henries; pnµmk
        tesla; M T-2 I-1; 1; ~T, ~tesla, ~teslas; pnµmk
        gauss; M T-2 I-1; 0.0001; gauss, Gs
        weber; M L2 T-2 I-1; 1; ~Wb, ~weber, ~webers; nµm
        siemens; M-1 L-2 T3 I2; 1; siemens, mho, mhos
        becquerel; T-1; 1; ~Bq, ~becquerel; kMGT
        curie; T-1; 37000000000; ~Ci, ~curie, ~curies; pnµmk
        gray; L2 T-2; 1; Gy, gray, grays
        sievert; L2 T-2; 1; ~Sv, ~sievert, ~sieverts; nµm
        poise; M L-1 T-1; 0.1; poise
        dalton; M; 0.00000000000000000000000000166053906660; ~Da, dalton, daltons, amu; k
        debye; L T I; 0.00000000000000000000000000000333564; debye, debyes
        barn; L2; 0.0000000000000000000000000001; ~barn, ~barns; nµm
        fermi; L; 0.000000000000001; fermi, fermis
        solar mass; M; 1988400000000000000000000000000; solar mass, solar masses
        candela; J; 1; cd, candela, candelas
        """;

    public const string DataAndCounts = """
        bit; D; 1; ~b, ~bit, ~bits; binary
        byte; D; 8; ~B, ~byte, ~bytes; binary
        kibibyte; D; 8192; KiB, kibibyte, kibibytes
        mebibyte; D; 8388608; MiB, mebibyte, mebibytes
        gibibyte; D; 8589934592; GiB, gibibyte, gibibytes
        tebibyte; D; 8796093022208; TiB, tebibyte, tebibytes
        megabit per second; D T-1; 1000000, 1048576; Mbps, mbps
        gigabit per second; D T-1; 1000000000, 1073741824; Gbps
        kilobit per second; D T-1; 1000, 1024; kbps, Kbps
        percent; ; 0.01; %, \%, ％, percent, per cent
        per mille; ; 0.001; ‰, per mille
        pair; ; 2; pair, pairs
        dozen; ; 12; dozen, dozens, doz, doz.
        baker's dozen; ; 13; baker's dozen
        score; ; 20; score
        gross; ; 144; gross
        ream; ; 500; ream, reams
        one; ; 1; ones
        ten; ; 10; ten, tens
        tenth; ; 0.1; tenth, tenths
        hundredth; ; 0.01; hundredth, hundredths
        thousandth; ; 0.001; thousandth, thousandths
        """;

    public const string Money = """
        dollar; USD; 1; $, \$, US$, USD, dollar, dollars, buck, bucks
        cent; USD; 0.01; ¢, \cent, cent, cents
        penny; USD; 0.01; penny, pennies
        nickel; USD; 0.05; nickel, nickels
        dime; USD; 0.1; dime, dimes
        quarter (coin); USD; 0.25; quarter, quarters
        half-dollar; USD; 0.5; half-dollar, half-dollars, half dollar, half dollars
        pound sterling; GBP; 1; £, \pounds, GBP, pound, pounds, quid, pound sterling, pounds sterling
        penny sterling; GBP; 0.01; p, pence, penny, pennies
        euro; EUR; 1; €, EUR, euro, euros
        euro cent; EUR; 0.01; cent, cents
        yuan; CNY; 1; yuan, RMB, CNY, ¥
        jiao; CNY; 0.1;
        fen; CNY; 0.01;
        yen; JPY; 1; yen, JPY, ¥
        rupee; INR; 1; ₹, Rs, Rs., rupee, rupees, INR
        paisa; INR; 0.01; paise, paisa
        peso; MXN; 1; peso, pesos
        centavo; MXN; 0.01; centavo, centavos
        rouble; RUB; 1; ₽, RUB, ruble, rubles, rouble, roubles
        kopek; RUB; 0.01; kopek, kopeks, kopeck, kopecks
        hryvnia; UAH; 1; ₴, UAH, hryvnia, hryvnias
        kopiyka; UAH; 0.01;
        zloty; PLN; 1; PLN, zloty, zlotys, złoty
        grosz; PLN; 0.01; grosz
        lira; TRY; 1; ₺, lira, liras
        kurus; TRY; 0.01;
        won; KRW; 1; ₩, KRW
        dong; VND; 1; ₫, VND, dong
        real; BRL; 1; R$, BRL, reais
        centavo (real); BRL; 0.01; centavo, centavos
        franc; CHF; 1; CHF, franc, francs
        rappen; CHF; 0.01; Rappen
        """;
}
