using System;
using GenerationBenchmarks;

// What the generator costs while somebody types: Markdown tables, processor time of the one thread that it runs on. Functions first: a collector that has a thousand models to look at takes longer.
Console.WriteLine("# What the generator costs\n\nWritten by `dotnet run -c Release --project tests/GenerationBenchmarks`; processor time of the thread, everything warm. A function is found anew each time, because its interval is another.\n");
Console.WriteLine("## Approximations\n");
Functions.Print();
Console.WriteLine("\n## Projects\n");
Projects.Print([1, 100, 1000]);
