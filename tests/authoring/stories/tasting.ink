# title: The Second Tasting
VAR patience = 3
-> counter

=== counter ===
A wine shop, ten to six. Ms Okafor is closing the till.
MS OKAFOR: You again. Two minutes, then I lock up.
* "Two minutes will do[."]," you say, and put one bottle on the counter.
  MS OKAFOR: That is one more than I ordered.
  ~ patience = patience - 1
* [Ask what sold badly last week.]
  MS OKAFOR: The rosé. Nobody wants pink in November.
  You write it down.
  -> shelf
+ {patience > 2} [Praise the window.]
  MS OKAFOR: My nephew did it.
* -> closing
- She turns the bottle so that the label faces her.
-> shelf

=== shelf ===
{ patience > 2: She leans on the shelf. | She looks at the clock. }
* What would have to be true for a third red?
  MS OKAFOR: It would have to sell without me standing next to it.
  -> offer.small
* [Say that everybody in the street has it.]
  MS OKAFOR: Then everybody in the street can keep it.
  -> closing

=== offer ===
= small
You have a case of six and a note on sale or return.
* [Six bottles, back in four weeks if they stand.] -> agreed
* [Twelve, and a tenth off.]
  MS OKAFOR: Twelve of what I do not need.
  * * [Name a day to come back.]
    MS OKAFOR: There is always a day. -> closing
  * * [Leave the note and go.]
    She reads it after all. -> agreed

=== agreed ===
MS OKAFOR: Six. Monday, by the back door.
-> END

=== closing ===
The key turns twice.
-> END
