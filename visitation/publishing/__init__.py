"""Publishing: from the register to a folder that anybody may see, with protected numbers, and pages that are made of nothing else."""
