"""What a careful colleague would remark in a course that can be read: the stylistic findings of course-format §7."""
