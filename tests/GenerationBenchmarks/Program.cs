using System;
using GenerationBenchmarks;

// What the generator costs while somebody types: Markdown tables, processor time of the one thread that it runs on.
Console.WriteLine("## Projects\n");
Projects.Print([1, 100, 1000]);
Console.WriteLine("\n## Approximations\n");
Functions.Print();
