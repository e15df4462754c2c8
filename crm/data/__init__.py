"""Tables that ship with the program: roles, complementary pairs, areas, prompts, demo network."""
