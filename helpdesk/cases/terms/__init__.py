"""The words of cases: names, flows, states."""
