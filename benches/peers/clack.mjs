// The same six questions with @clack/prompts.
import { writeFileSync } from "node:fs";
import { multiselect, select, text } from "@clack/prompts";

const options = (labels) => labels.map((label, value) => ({ label, value }));
const pick = (message, labels) => select({ message, options: options(labels) });

const danger = await pick("Is anyone in danger right now?", ["No, or not that I know of", "Yes", "I'm not sure"]);
const length = await pick("How much time is there now?", ["Ten minutes", "An hour for the plan", "Everything"]);
const planner = await text({ message: "What is your first name?" });
const name = await text({ message: "What do you call them?" });
const relation = await pick("Who are they to you?", ["My child", "My partner", "A friend", "Somebody else"]);
const used = await multiselect({
  message: "What do they use, as far as you know?",
  options: options(["Heroin", "Fentanyl", "Pills", "Alcohol", "Not sure"]),
  required: false,
});
writeFileSync("minimal.json", `${danger} ${length} ${planner} ${name} ${relation} ${used}\n`);
