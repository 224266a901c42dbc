"""Terraform sources beside a plan: folders of HCL in, blocks with their places and constant values out.

Loaded only where sources are given: it needs the packages of the extra "hcl".
"""

from bunkaiten.hcl.reading import Attribute, Block, Module
from bunkaiten.hcl.trees import Tree, read

__all__ = ["Attribute", "Block", "Module", "Tree", "read"]
